package rw.ishemalink.analytics.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the law asks of an event, whichever topic told it. Equal facts are one: events repeat. */
public sealed interface Fact {

    /** When it became true. */
    Instant at();

    /** What moves a booking, or keeps it from moving. */
    enum Step {
        /** The booking began: its whole history is before us. */
        BEGAN,
        ASSIGNED,
        PICKED_UP,
        ARRIVED_AT_BORDER,
        HELD,
        RELEASED,
        LEFT_BORDER,
        DELIVERED,
        /** Failed or cancelled. */
        ENDED;

        boolean moves() {
            return switch (this) {
                case ASSIGNED, PICKED_UP, ARRIVED_AT_BORDER, LEFT_BORDER, DELIVERED -> true;
                case BEGAN, HELD, RELEASED, ENDED -> false;
            };
        }

        boolean ends() {
            return this == DELIVERED || this == ENDED;
        }
    }

    /**
     * A step of the booking.
     *
     * @param sequence of the event; its place in the booking's history
     * @param paymentDue whether it costs anything
     * @param driverId who is to move it; null where nobody is named yet
     * @param vehicleId with what; null where nobody is named yet
     * @param clearanceId the decision that the assignment names; null where it names none
     */
    record Move(
            Instant at,
            long sequence,
            Step step,
            boolean paymentDue,
            @Nullable UUID driverId,
            @Nullable UUID vehicleId,
            @Nullable UUID clearanceId)
            implements Fact {}

    /** A payment that succeeded, or that goes back. */
    record Money(Instant at, UUID paymentId, boolean back) implements Fact {}

    /** A receipt: official, local, or the credit of one. */
    record Receipt(Instant at, Kind kind) implements Fact {

        /** Which. */
        public enum Kind {
            OFFICIAL,
            LOCAL,
            CREDIT
        }
    }

    /**
     * A decision that cleared a dispatch.
     *
     * @param validUntil last day, in Rwanda; null where nothing expires
     */
    record Clearance(
            Instant at,
            UUID decisionId,
            UUID driverId,
            UUID vehicleId,
            @Nullable LocalDate validUntil) implements Fact {}
}
