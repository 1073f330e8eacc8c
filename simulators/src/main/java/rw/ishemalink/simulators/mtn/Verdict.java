package rw.ishemalink.simulators.mtn;

import org.jspecify.annotations.Nullable;

/** How an operation stands, and the reason code if it failed. */
public record Verdict(Status status, @Nullable String reason) {

    static final Verdict SUCCESSFUL = new Verdict(Status.SUCCESSFUL, null);

    static Verdict failed(String reason) {
        return new Verdict(Status.FAILED, reason);
    }
}
