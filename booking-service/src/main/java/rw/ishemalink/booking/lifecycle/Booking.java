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
 * @param stars what the sender thinks of the driver, 1 to 5; null until rated
 * @param customs of an export: its carnet, seals and holds; nothing for all others
 */
public record Booking(
        Order order,
        BookingStatus status,
        long version,
        @Nullable Assignment assignment,
        @Nullable Receipt receipt,
        @Nullable String lastRefusal,
        Milestones milestones,
        @Nullable Integer stars,
        Customs customs) {

    /** A new booking. */
    public static Booking draft(Order order) {
        return new Booking(order, BookingStatus.DRAFT, 1, null, null, null, Milestones.NONE, null, Customs.NONE);
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

    /** What goes back to the payer: all of it, if a paid booking is cancelled; whole francs. */
    public long refundRwf() {
        boolean goesBack = status == BookingStatus.CANCELLED && isPaid();
        return goesBack ? order.terms().price().totalRwf() : 0;
    }

    Booking next(BookingStatus next) {
        return new Booking(order, next, version + 1, assignment, receipt, lastRefusal, milestones, stars, customs);
    }

    Booking with(Order edited) {
        return new Booking(edited, status, version, assignment, receipt, lastRefusal, milestones, stars, customs);
    }

    Booking with(Milestones reached) {
        return new Booking(order, status, version, assignment, receipt, lastRefusal, reached, stars, customs);
    }

    Booking with(Receipt recorded) {
        return new Booking(order, status, version, assignment, recorded, lastRefusal, milestones, stars, customs);
    }

    Booking with(Assignment asked) {
        return new Booking(order, status, version, asked, receipt, lastRefusal, milestones, stars, customs);
    }

    Booking withoutAssignment(String refusal) {
        return new Booking(order, status, version, null, receipt, refusal, milestones, stars, customs);
    }

    Booking with(Customs known) {
        return new Booking(order, status, version, assignment, receipt, lastRefusal, milestones, stars, known);
    }

    Booking rated(int given) {
        return new Booking(order, status, version, assignment, receipt, lastRefusal, milestones, given, customs);
    }
}
