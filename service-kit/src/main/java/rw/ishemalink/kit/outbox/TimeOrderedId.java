package rw.ishemalink.kit.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** New ids: UUID version 7 (RFC 9562), so that neighbours in time are neighbours in an index. */
public final class TimeOrderedId {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private TimeOrderedId() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
