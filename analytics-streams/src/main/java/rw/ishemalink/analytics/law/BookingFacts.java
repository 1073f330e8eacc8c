package rw.ishemalink.analytics.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.analytics.law.Fact.Move;
import rw.ishemalink.analytics.law.Fact.Step;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;

/** Reads the steps of a booking out of its events. */
final class BookingFacts {

    private BookingFacts() {}

    static Heard of(BookingEvent event) {
        return new Heard(
                Topics.BOOKING_EVENTS,
                event.getBooking().getBookingId(),
                event.getMetadata().getTenant(),
                findStep(event).map(step -> List.<Fact>of(move(event, step))).orElse(List.of()));
    }

    private static Move move(BookingEvent event, Step step) {
        Booking booking = event.getBooking();
        Assignment assignment = booking.getAssignment();
        return new Move(
                happenedAt(event, step),
                event.getMetadata().getSequence(),
                step,
                booking.getPrice().getTotal().getAmount() > 0,
                assignment == null ? null : assignment.getDriverId(),
                assignment == null ? null : assignment.getVehicleId(),
                assignment == null ? null : assignment.getClearanceId());
    }

    /** A pick-up without network happened when the phone recorded it, as booking-service established. */
    private static Instant happenedAt(BookingEvent event, Step step) {
        Instant pickedUpAt = event.getBooking().getPickedUpAt();
        return step == Step.PICKED_UP && pickedUpAt != null
                ? pickedUpAt
                : event.getMetadata().getOccurredAt();
    }

    private static Optional<Step> findStep(BookingEvent event) {
        boolean first = event.getMetadata().getSequence() == 1;
        return switch (event.getChange()) {
            case ASSIGNED -> Optional.of(Step.ASSIGNED);
            case PICKED_UP -> Optional.of(Step.PICKED_UP);
            case ARRIVED_AT_BORDER -> Optional.of(Step.ARRIVED_AT_BORDER);
            case HELD_AT_BORDER -> Optional.of(Step.HELD);
            case HOLD_RELEASED -> Optional.of(Step.RELEASED);
            case LEFT_BORDER -> Optional.of(Step.LEFT_BORDER);
            case DELIVERED -> Optional.of(Step.DELIVERED);
            case FAILED, CANCELLED -> Optional.of(Step.ENDED);
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    EDITED,
                    MANIFEST_ACCEPTED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    RATED,
                    UNKNOWN -> first ? Optional.of(Step.BEGAN) : Optional.empty();
        };
    }
}
