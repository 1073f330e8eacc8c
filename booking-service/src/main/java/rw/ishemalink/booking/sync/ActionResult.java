package rw.ishemalink.booking.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;

/**
 * What a client is told of an action, kept with it.
 *
 * @param status the booking's after the action, or as it met it; null where there is no booking
 * @param already whether it was done before, by other means
 * @param reason why it waits or was refused; null if done
 */
public record ActionResult(
        @Nullable UUID bookingId,
        @Nullable BookingStatus status,
        @Nullable String trackingCode,
        boolean already,
        @Nullable Reason reason) {

    /** About nothing but the action itself. */
    static final ActionResult NONE = new ActionResult(null, null, null, false, null);

    static ActionResult of(Booking booking) {
        return new ActionResult(
                booking.bookingId(), booking.status(), booking.order().trackingCode(), false, null);
    }

    ActionResult with(SyncDecision decision) {
        return switch (decision) {
            case SyncDecision.Done(var before) -> new ActionResult(bookingId, status, trackingCode, before, null);
            case SyncDecision.Wait(var why) -> new ActionResult(bookingId, status, trackingCode, false, why);
            case SyncDecision.Refuse(var why) -> new ActionResult(bookingId, status, trackingCode, false, why);
        };
    }

    ActionResult at(UUID booking) {
        return new ActionResult(booking, status, trackingCode, already, reason);
    }
}
