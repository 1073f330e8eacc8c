package rw.ishemalink.booking.saga;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.booking.config.BookingConfig.Patience;
import rw.ishemalink.booking.lifecycle.Booking;

/** For whom a booking waits. */
public enum Step {
    /** The sender, as long as they like. */
    CONFIRMATION,
    /** The payer. */
    PAYMENT,
    /** The fiscal device, or our own signature. */
    RECEIPT,
    /** Somebody who asks for a driver. */
    ASSIGNMENT,
    /** Compliance. */
    CLEARANCE,
    /** The driver. */
    PICKUP,
    /** The driver. */
    ROAD,
    /** Customs. */
    BORDER,
    /** Nobody: the booking's life is over. */
    NOTHING;

    /** For whom the booking waits now. */
    public static Step of(Booking booking) {
        return switch (booking.status()) {
            case DRAFT -> CONFIRMATION;
            case CONFIRMED -> PAYMENT;
            case PAID -> ofPaid(booking);
            case ASSIGNED -> PICKUP;
            case IN_TRANSIT -> ROAD;
            case AT_BORDER -> BORDER;
            case DELIVERED, FAILED, CANCELLED -> NOTHING;
        };
    }

    /** How long the step may take before the booking counts as stuck; empty if for ever. */
    public Optional<Duration> findLimit(Patience patience) {
        return switch (this) {
            case PAYMENT -> Optional.of(patience.payment());
            case RECEIPT -> Optional.of(patience.receipt());
            case ASSIGNMENT -> Optional.of(patience.assignment());
            case CLEARANCE -> Optional.of(patience.clearance());
            case PICKUP -> Optional.of(patience.pickup());
            case ROAD -> Optional.of(patience.road());
            case BORDER -> Optional.of(patience.border());
            case CONFIRMATION, NOTHING -> Optional.empty();
        };
    }

    /** From when the limit counts, where that is not when the step began: a driver is sought for the time wished for. */
    public Optional<Instant> findStart(Booking booking) {
        return this == ASSIGNMENT ? Optional.ofNullable(booking.order().scheduledFor()) : Optional.empty();
    }

    private static Step ofPaid(Booking booking) {
        if (booking.receipt() == null) {
            return RECEIPT;
        }
        return booking.assignment() == null ? ASSIGNMENT : CLEARANCE;
    }
}
