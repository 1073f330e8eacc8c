package rw.ishemalink.analytics.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import rw.ishemalink.analytics.facts.Place;
import rw.ishemalink.analytics.facts.UncountableEventException;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;

/**
 * Decides what a booking adds. It looks at the state in the event and at nothing else, so a missed or repeated event
 * changes nothing once a later one has come.
 */
public final class ShareOfBooking {

    /** Days are those of the people who pay: no summer time, UTC+2. */
    public static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private static final String FRANC = "RWF";

    private ShareOfBooking() {}

    /**
     * The booking's share after the event, if it has one.
     *
     * @throws UncountableEventException when the price is not in francs; francs and others do not add up
     */
    public static Optional<Share> of(BookingEvent event) {
        return isPaid(event.getBooking().getStatus()) ? Optional.of(share(event)) : Optional.empty();
    }

    private static boolean isPaid(BookingStatus status) {
        return switch (status) {
            case PAID, ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> true;
            case UNKNOWN, DRAFT, CONFIRMED, FAILED, CANCELLED -> false;
        };
    }

    private static Share share(BookingEvent event) {
        Booking booking = event.getBooking();
        boolean delivered = booking.getStatus() == BookingStatus.DELIVERED;
        return new Share(
                event.getMetadata().getTenant(),
                booking.getKind().name(),
                Place.of(booking.getOrigin()),
                Place.of(booking.getDestination()),
                paidOn(event),
                francs(booking.getPrice().getTotal()),
                francs(booking.getPrice().getVat()),
                booking.getCargo() == null ? 0 : booking.getCargo().getWeightKg(),
                delivered,
                delivered && booking.getAssignment() != null
                        ? booking.getAssignment().getDriverId()
                        : null);
    }

    private static LocalDate paidOn(BookingEvent event) {
        return Optional.ofNullable(event.getBooking().getPaidAt())
                .orElse(event.getMetadata().getOccurredAt())
                .atZone(KIGALI)
                .toLocalDate();
    }

    private static long francs(Money money) {
        if (!FRANC.equals(money.getCurrency())) {
            throw new UncountableEventException("a price in " + money.getCurrency() + " cannot be added to francs");
        }
        return money.getAmount();
    }
}
