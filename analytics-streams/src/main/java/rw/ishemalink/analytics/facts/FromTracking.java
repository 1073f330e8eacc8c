package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** Reads facts out of {@code tracking.events}. */
final class FromTracking {

    private static final Trip NONE = new Trip(0, null);

    private FromTracking() {}

    /** What is known after the event; empty when it is not newer, or of something that this build does not know. */
    static Optional<Facts> after(Facts before, TrackingEvent event) {
        long sequence = event.getMetadata().getSequence();
        Trip known = before.trip() == null ? NONE : before.trip();
        if (event.getChange() == TrackingChange.UNKNOWN || sequence <= known.sequence()) {
            return Optional.empty();
        }
        Instant estimated = event.getChange() == TrackingChange.ARRIVAL_ESTIMATED ? event.getArrivalAt() : null;
        return Optional.of(before.with(new Trip(sequence, known.promisedAt() == null ? estimated : known.promisedAt()))
                .with(Timeline.entry(
                        FactSource.TRACKING,
                        event.getChange().name(),
                        sequence,
                        null,
                        event.getMetadata().getOccurredAt())));
    }
}
