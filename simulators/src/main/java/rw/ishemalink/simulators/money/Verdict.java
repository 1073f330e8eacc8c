package rw.ishemalink.simulators.money;

import org.jspecify.annotations.Nullable;

/** How an operation stands, and the reason code if it failed, in MTN's words. */
public record Verdict(Status status, @Nullable String reason) {

    public static final Verdict SUCCESSFUL = new Verdict(Status.SUCCESSFUL, null);

    public static Verdict failed(String reason) {
        return new Verdict(Status.FAILED, reason);
    }
}
