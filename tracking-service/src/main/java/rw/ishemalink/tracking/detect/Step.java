package rw.ishemalink.tracking.detect;

import java.util.List;

/** The memory after a look, and what the look found, in the order in which it is to be told. */
public record Step(TripMemory memory, List<Finding> findings) {

    public Step {
        findings = List.copyOf(findings);
    }

    /** Nothing found. */
    static Step of(TripMemory memory) {
        return new Step(memory, List.of());
    }

    static Step of(TripMemory memory, Finding finding) {
        return new Step(memory, List.of(finding));
    }
}
