package rw.ishemalink.booking.sync;

import java.util.List;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Refusal;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Why an action was not done, told in words when it is shown.
 *
 * @param status of HTTP, as if it had been asked for on line
 * @param code of the problem's texts
 * @param arguments of the problem's texts
 */
public record Reason(int status, String code, List<String> arguments) {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** As it would have been answered on line. */
    public static Reason of(ProblemException problem) {
        return new Reason(
                problem.status(),
                problem.code(),
                problem.arguments().stream().map(String::valueOf).toList());
    }

    static Reason of(Refusal refusal, Booking booking) {
        return refusal == Refusal.NOT_ALLOWED
                ? new Reason(FORBIDDEN, refusal.code(), List.of())
                : new Reason(CONFLICT, refusal.code(), List.of(booking.status().name()));
    }
}
