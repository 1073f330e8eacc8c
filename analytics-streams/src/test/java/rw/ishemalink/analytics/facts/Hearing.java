package rw.ishemalink.analytics.facts;

import java.util.List;
import java.util.Optional;
import rw.ishemalink.analytics.TestNames;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** Puts facts together event by event, without any stream. */
final class Hearing {

    private static final FromBooking FROM_BOOKING = new FromBooking(TestNames.PSEUDONYMS);

    private Hearing() {}

    static Facts of(Story story) {
        return of(story, story.told());
    }

    /** Only those of the story's events. */
    static Facts of(Story story, List<Story.Event> events) {
        Facts facts = Facts.none(story.bookingId(), story.tenant());
        for (Story.Event event : events) {
            facts = after(facts, event).orElse(facts);
        }
        return facts;
    }

    static Optional<Facts> after(Facts before, Story.Event event) {
        return switch (event.value()) {
            case BookingEvent told -> FROM_BOOKING.after(before, told);
            case PaymentEvent told -> FromPayment.after(before, told);
            case ComplianceEvent told -> FromCompliance.after(before, told);
            case TrackingEvent told -> FromTracking.after(before, told);
            default -> throw new IllegalArgumentException("nothing is heard on " + event.topic());
        };
    }
}
