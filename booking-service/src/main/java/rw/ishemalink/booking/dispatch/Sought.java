package rw.ishemalink.booking.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Lifecycle;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.terms.BookingKind;

/**
 * Whether a driver is sought for a booking, and from when. A ride's offers start with its payment prompt; cargo is paid
 * and has its receipt first (mission C1, C14).
 */
final class Sought {

    private Sought() {}

    static boolean isSought(Booking booking) {
        boolean open = booking.order().kind() == BookingKind.RIDE
                ? booking.status() == BookingStatus.CONFIRMED || booking.status() == BookingStatus.PAID
                : booking.status() == BookingStatus.PAID && booking.receipt() != null;
        return open && booking.assignment() == null;
    }

    /** From when; empty: at once. */
    static Optional<Instant> findBegin(Order order, Duration rideLead) {
        Duration lead = order.kind() == BookingKind.RIDE ? rideLead : Lifecycle.BOUND_BEFORE_PICK_UP;
        return Optional.ofNullable(order.scheduledFor()).map(time -> time.minus(lead));
    }
}
