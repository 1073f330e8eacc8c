package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.booking.UncountableEventException;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.analytics.CountedPlace;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Cargo;
import rw.ishemalink.schemas.booking.Place;

/** What {@code booking.events} tells: all but money and papers. It tells the whole booking each time. */
final class FromBooking {

    private static final String FRANC = "RWF";

    private final Function<Place, Optional<Long>> cells;
    private final Function<UUID, String> pseudonyms;

    /**
     * How places and people are counted.
     *
     * @param cells the H3 cell of a place whose point is known
     * @param pseudonyms another name of a person
     */
    FromBooking(Function<Place, Optional<Long>> cells, Function<UUID, String> pseudonyms) {
        this.cells = cells;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The facts after the event; empty when it is told already.
     *
     * @throws UncountableEventException when the price is not in francs; francs and others do not add up
     */
    Optional<BookingFacts> after(@Nullable BookingFacts before, BookingEvent event) {
        Booking booking = event.getBooking();
        return Gathering.after(
                before, booking.getBookingId(), Topics.BOOKING_EVENTS, event.getMetadata(), facts -> put(facts, event));
    }

    private void put(BookingFacts.Builder facts, BookingEvent event) {
        Booking booking = event.getBooking();
        Cargo cargo = booking.getCargo();
        facts.setKind(booking.getKind().name())
                .setOrigin(place(booking.getOrigin()))
                .setDestination(place(booking.getDestination()))
                .setCommodity(cargo == null ? null : cargo.getCommodity())
                .setWeightKg(cargo == null ? 0 : cargo.getWeightKg())
                .setGrossFrancs(francs(booking.getPrice().getTotal()))
                .setVatFrancs(francs(booking.getPrice().getVat()))
                .setCustomer(pseudonyms.apply(booking.getSender().getPersonId()))
                .setCreatedAt(booking.getCreatedAt())
                .setPaidAt(booking.getPaidAt())
                .setPickedUpAt(booking.getPickedUpAt())
                .setDeliveredAt(booking.getDeliveredAt())
                .setStars(booking.getRating() == null ? null : booking.getRating().getStars());
        // A status that this build does not know changes nothing: the next known one decides.
        if (booking.getStatus() != BookingStatus.UNKNOWN) {
            facts.setStatus(booking.getStatus().name());
        }
        putAssignment(facts, event);
        putEnd(facts, event);
        if (booking.getScheduledFor() != null) {
            facts.setPromisedAt(booking.getScheduledFor());
        }
    }

    private static void putAssignment(BookingFacts.Builder facts, BookingEvent event) {
        var assignment = event.getBooking().getAssignment();
        facts.setDriverId(assignment == null ? null : assignment.getDriverId())
                .setOperatorId(assignment == null ? null : assignment.getOperatorId());
    }

    private static void putEnd(BookingFacts.Builder facts, BookingEvent event) {
        Instant at = event.getMetadata().getOccurredAt();
        switch (event.getBooking().getStatus()) {
            case CANCELLED, FAILED -> facts.setEndedAt(facts.hasEndedAt() && facts.getEndedAt() != null ? facts.getEndedAt() : at);
            case ASSIGNED -> facts.setAssignedAt(facts.hasAssignedAt() && facts.getAssignedAt() != null ? facts.getAssignedAt() : at);
            case UNKNOWN, DRAFT, CONFIRMED, PAID, IN_TRANSIT, AT_BORDER, DELIVERED -> {}
        }
    }

    private CountedPlace place(Place place) {
        return CountedPlace.newBuilder()
                .setCountry(place.getCountry())
                .setDistrict(place.getDistrict())
                .setCell(cells.apply(place).orElse(null))
                .build();
    }

    private static long francs(Money money) {
        if (!FRANC.equals(money.getCurrency())) {
            throw new UncountableEventException("a price in " + money.getCurrency() + " cannot be added to francs");
        }
        return money.getAmount();
    }
}
