package rw.ishemalink.simulators.money;

import java.time.Duration;

/** What becomes of an operation: {@code waiting} until {@code after} has gone by, then the verdict, for good. */
public record Plan(Duration after, Verdict verdict, Status waiting) {

    public static Plan of(Duration after, Verdict verdict) {
        return new Plan(after, verdict, Status.PENDING);
    }

    /** The payer never answers: the prompt goes away and the operator says EXPIRED. */
    public static Plan expires(Duration window) {
        return of(window, Verdict.failed("EXPIRED"));
    }

    /** A payer who answers after the prompt went away has not answered. */
    Plan within(Duration window) {
        return after.compareTo(window) > 0 ? expires(window) : this;
    }
}
