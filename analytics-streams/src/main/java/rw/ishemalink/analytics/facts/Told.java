package rw.ishemalink.analytics.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.BrokenRule;
import rw.ishemalink.schemas.analytics.TimelineEntry;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** Whatever tells something of a booking. */
public sealed interface Told {

    /** Booking told. */
    record ByBooking(BookingEvent event) implements Told {}

    /** Payment told. */
    record ByPayment(PaymentEvent event) implements Told {}

    /** Compliance told. */
    record ByCompliance(ComplianceEvent event) implements Told {}

    /** Tracking told. */
    record ByTracking(TrackingEvent event) implements Told {}

    /**
     * The checker of the law found that a rule was broken, or that it was not after all.
     *
     * @param broken whether it is
     */
    record ByLaw(String tenant, BrokenRule rule, boolean broken) implements Told {}

    /** A message was sent, or another thing happened that only the timeline shows. */
    record ByMessage(String tenant, TimelineEntry entry) implements Told {}

    /** Who booked is forgotten. */
    record Forgotten(UUID bookingId) implements Told {}

    /**
     * What stands on {@code booking.facts}.
     *
     * @param facts what another generation published; null when it was this one, which knows
     */
    record Published(@Nullable Facts facts) implements Told {}
}
