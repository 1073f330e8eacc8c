package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.tracking.detect.TripMemory.Arrival;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.route.RoadLeg;
import rw.ishemalink.tracking.route.RoadNetwork;

/** When it arrives: told at first, and whenever that has moved by much. The roads are asked seldom. */
final class ArrivalDetector implements Detector {

    private final RoadNetwork roads;
    private final Duration pause;
    private final Duration change;
    private final double share;

    ArrivalDetector(Thresholds thresholds, RoadNetwork roads) {
        this.roads = roads;
        this.pause = thresholds.estimatePause();
        this.change = thresholds.estimateChange();
        this.share = thresholds.estimateShare();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Arrival before = memory.arrival();
        Optional<GeoPoint> target = plan.findTarget();
        if (target.isEmpty()
                || memory.isIn(TripFences.DESTINATION)
                || (before != null
                        && position.recordedAt().isBefore(before.askedAt().plus(pause)))) {
            return Step.of(memory);
        }
        Sighting seen = Sighting.of(position);
        RoadLeg leg = roads.leg(seen.point(), target.get());
        Duration left = Progress.timeLeft(leg, memory.motion());
        Instant arrivalAt = seen.at().plus(left);
        return before == null || isNews(before.arrivalAt(), arrivalAt, left)
                ? Step.of(
                        memory.with(new Arrival(seen.at(), arrivalAt)),
                        new Finding.ArrivalEstimated(seen, arrivalAt, leg.metres()))
                : Step.of(memory.with(new Arrival(seen.at(), before.arrivalAt())));
    }

    private boolean isNews(Instant told, Instant now, Duration left) {
        double moved = Duration.between(told, now).abs().toMillis();
        return moved > Math.max((double) change.toMillis(), left.toMillis() * share);
    }
}
