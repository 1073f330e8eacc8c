package rw.ishemalink.tracking.detect;

import java.time.Instant;
import java.util.Objects;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.route.RoadNetwork;

/** The whole pipeline: every position passes every detector, in this order. */
public final class Detection {

    public Detection(Thresholds thresholds, RoadNetwork roads) {
        Objects.requireNonNull(thresholds);
        Objects.requireNonNull(roads);
    }

    /** Looks at a position of this trip. One that is not newer than what has been looked at shows nothing. */
    public Step detect(TripPlan plan, TripMemory before, Position position) {
        if (!position.recordedAt().isAfter(before.settledUntil())) {
            return Step.of(before);
        }
        return Step.of(before.settled(position.recordedAt()));
    }

    /**
     * Looks at a position that came after later ones. Shows geofences, stops, speed, corridor and seal only: what else
     * it could show is over.
     *
     * @param beforeGap what was remembered of the trip before that time, or what the last late position left
     */
    public Step detectLate(TripPlan plan, TripMemory beforeGap, Position position) {
        return Step.of(beforeGap);
    }

    /** Looks at what no position shows: that nothing is heard, that nothing moves. */
    public Step tick(TripPlan plan, TripMemory before, Instant now) {
        return Step.of(before);
    }

    /** The end of the trip. One that never started, as far as its positions show, shows no end either. */
    public Step end(TripMemory before) {
        return Step.of(before);
    }
}
