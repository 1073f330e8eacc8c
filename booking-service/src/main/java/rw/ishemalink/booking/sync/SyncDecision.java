package rw.ishemalink.booking.sync;

import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Refusal;

/** What becomes of an action that was tried. */
public sealed interface SyncDecision {

    /**
     * Its effect is there.
     *
     * @param already whether it was there before, by other means
     */
    record Done(boolean already) implements SyncDecision {}

    /** What it builds on has not reached us yet. */
    record Wait(Reason reason) implements SyncDecision {}

    /** It cannot be done, now or later. */
    record Refuse(Reason reason) implements SyncDecision {}

    /** What a refusal means for something that was done hours ago, out of our sight. */
    static SyncDecision of(ActionKind kind, Booking booking, Refusal refusal) {
        Reason reason = Reason.of(refusal, booking);
        if (refusal == Refusal.NOT_ALLOWED) {
            return new Refuse(reason);
        }
        if (holds(kind, booking)) {
            return new Done(true);
        }
        return refusal.mayHoldLater() && mayComeTo(kind, booking.status()) ? new Wait(reason) : new Refuse(reason);
    }

    /** Whether what the action is for is so. Who is not the booking's sender or driver was refused before. */
    private static boolean holds(ActionKind kind, Booking booking) {
        return switch (kind) {
            case CONFIRM -> booking.milestones().confirmedAt() != null && booking.status() != BookingStatus.CANCELLED;
            case ACCEPT_MANIFEST -> booking.milestones().manifestAcceptedAt() != null;
            case PICKUP -> booking.milestones().pickedUpAt() != null;
            case DELIVER -> booking.status() == BookingStatus.DELIVERED;
            case CANCEL -> booking.status() == BookingStatus.CANCELLED;
            case CREATE, POSITIONS -> false;
        };
    }

    /** Whether a booking of that status may yet get to where the action can be done. */
    private static boolean mayComeTo(ActionKind kind, BookingStatus status) {
        return switch (kind) {
            case ACCEPT_MANIFEST, PICKUP ->
                switch (status) {
                    case DRAFT, CONFIRMED, PAID -> true;
                    case ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED, FAILED, CANCELLED -> false;
                };
            case DELIVER ->
                switch (status) {
                    case DRAFT, CONFIRMED, PAID, ASSIGNED, AT_BORDER -> true;
                    case IN_TRANSIT, DELIVERED, FAILED, CANCELLED -> false;
                };
            case CREATE, CONFIRM, CANCEL, POSITIONS -> false;
        };
    }
}
