package rw.ishemalink.booking.lifecycle;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it stands: the order, and how far it got.
 *
 * @param version counts the changes, from 1; it is also the sequence of the booking's events
 * @param assignment who is asked to move it, or moves it; null while nobody is
 * @param receipt the tax receipt; null until there is one
 * @param lastRefusal why the latest dispatch was refused, in words; null unless one was
 */
public record Booking(
        Order order,
        BookingStatus status,
        long version,
        @Nullable Assignment assignment,
        @Nullable Receipt receipt,
        @Nullable String lastRefusal,
        Milestones milestones) {

    /** A new booking. */
    public static Booking draft(Order order) {
        return new Booking(order, BookingStatus.DRAFT, 1, null, null, null, Milestones.NONE);
    }

    public UUID bookingId() {
        return order.bookingId();
    }

    public Optional<Assignment> findAssignment() {
        return Optional.ofNullable(assignment);
    }

    public Optional<Receipt> findReceipt() {
        return Optional.ofNullable(receipt);
    }

    public boolean isPaid() {
        return milestones.paidAt() != null;
    }

    /** Whether that driver, with that vehicle, is the one asked or assigned. */
    public boolean isAskedOf(UUID driverId, UUID vehicleId) {
        return assignment != null && assignment.isFor(driverId, vehicleId);
    }

    Booking next(BookingStatus next) {
        return new Booking(order, next, version + 1, assignment, receipt, lastRefusal, milestones);
    }

    Booking with(Milestones reached) {
        return new Booking(order, status, version, assignment, receipt, lastRefusal, reached);
    }

    Booking with(Receipt recorded) {
        return new Booking(order, status, version, assignment, recorded, lastRefusal, milestones);
    }

    Booking with(Assignment asked) {
        return new Booking(order, status, version, asked, receipt, lastRefusal, milestones);
    }

    Booking withoutAssignment(String refusal) {
        return new Booking(order, status, version, null, receipt, refusal, milestones);
    }
}
