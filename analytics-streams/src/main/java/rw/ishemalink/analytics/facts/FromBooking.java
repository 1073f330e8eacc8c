package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Cargo;

/** Reads facts out of {@code booking.events}. */
final class FromBooking {

    private final Pseudonyms pseudonyms;

    FromBooking(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * What is known after the event; empty when it is not newer, or of a status that this build does not know: the next
     * known one decides.
     *
     * @throws UncountableEventException when the price is not in francs
     */
    Optional<Facts> after(Facts before, BookingEvent event) {
        long sequence = event.getMetadata().getSequence();
        Booked known = before.booked();
        if (event.getBooking().getStatus() == BookingStatus.UNKNOWN
                || (known != null && sequence <= known.sequence())) {
            return Optional.empty();
        }
        return Optional.of(before.with(booked(known, event))
                .with(Timeline.entry(
                        FactSource.BOOKING,
                        event.getChange().name(),
                        sequence,
                        null,
                        event.getMetadata().getOccurredAt())));
    }

    private Booked booked(@Nullable Booked known, BookingEvent event) {
        Booking booking = event.getBooking();
        Instant at = event.getMetadata().getOccurredAt();
        BookingStatus status = booking.getStatus();
        Cargo cargo = booking.getCargo();
        Assignment driving = isDriven(status) ? booking.getAssignment() : null;
        return new Booked(
                event.getMetadata().getSequence(),
                booking.getKind().name(),
                status,
                Place.of(booking.getOrigin()),
                Grid.cell(booking.getOrigin()),
                Place.of(booking.getDestination()),
                Grid.cell(booking.getDestination()),
                cargo == null ? null : cargo.getCommodity(),
                cargo == null ? 0 : cargo.getWeightKg(),
                Francs.of(booking.getPrice().getTotal()),
                Francs.of(booking.getPrice().getVat()),
                driving == null ? null : driving.getDriverId(),
                driving == null ? null : driving.getOperatorId(),
                customer(known, booking.getSender().getPersonId()),
                booking.getCreatedAt(),
                told(booking.getPaidAt(), known == null ? null : known.paidAt(), isPaid(status), at),
                known != null && known.assignedAt() != null
                        ? known.assignedAt()
                        : event.getChange() == BookingChange.ASSIGNED ? at : null,
                told(
                        booking.getPickedUpAt(),
                        known == null ? null : known.pickedUpAt(),
                        event.getChange() == BookingChange.PICKED_UP,
                        at),
                told(
                        booking.getDeliveredAt(),
                        known == null ? null : known.deliveredAt(),
                        status == BookingStatus.DELIVERED,
                        at),
                Booked.isEnded(status) ? known != null && known.endedAt() != null ? known.endedAt() : at : null,
                booking.getRating() == null ? null : booking.getRating().getStars());
    }

    /** As the booking says, else as was known, else from now on where it has happened. */
    private static @Nullable Instant told(
            @Nullable Instant told, @Nullable Instant known, boolean happened, Instant now) {
        if (told != null) {
            return told;
        }
        return known == null && happened ? now : known;
    }

    /** Once a person is forgotten no later event of the booking brings the name back. */
    private @Nullable String customer(@Nullable Booked known, UUID person) {
        return known == null ? pseudonyms.of(person) : known.customer();
    }

    private static boolean isPaid(BookingStatus status) {
        return switch (status) {
            case PAID, ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> true;
            case UNKNOWN, DRAFT, CONFIRMED, FAILED, CANCELLED -> false;
        };
    }

    private static boolean isDriven(BookingStatus status) {
        return switch (status) {
            case ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> true;
            case UNKNOWN, DRAFT, CONFIRMED, PAID, FAILED, CANCELLED -> false;
        };
    }
}
