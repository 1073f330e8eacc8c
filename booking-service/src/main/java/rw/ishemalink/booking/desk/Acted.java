package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;

import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Outcome;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Outcome.Unchanged;
import rw.ishemalink.booking.lifecycle.Refusal;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * What became of an act. A refusal is a value here, not an exception, so that what is written about it, like a wrong
 * code that counts, is committed.
 *
 * @param before the booking on which it was decided
 */
public record Acted(Booking before, Outcome outcome) {

    /**
     * The booking after the act.
     *
     * @throws ProblemException 403 or 409 when it was refused
     */
    public Booking getBooking() {
        return switch (outcome) {
            case Changed changed -> changed.booking();
            case Unchanged(var booking) -> booking;
            case Refused(var refusal) -> throw problem(refusal);
        };
    }

    private ProblemException problem(Refusal refusal) {
        return refusal == Refusal.NOT_ALLOWED
                ? forbidden(refusal.code())
                : conflict(refusal.code(), before.status().name());
    }
}
