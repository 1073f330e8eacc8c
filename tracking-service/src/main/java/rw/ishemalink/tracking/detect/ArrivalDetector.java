package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripMemory.Arrival;
import rw.ishemalink.tracking.detect.TripMemory.Motion;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.route.Estimate;
import rw.ishemalink.tracking.route.Progress;
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
        Estimate now = Estimate.of(roads.leg(seen.point(), target.get()), progress(memory.motion()), seen.at());
        return before == null || isNews(before.arrivalAt(), now.arrivalAt(), seen.at())
                ? Step.of(
                        memory.with(new Arrival(seen.at(), now.arrivalAt())),
                        new Finding.ArrivalEstimated(seen, now.arrivalAt(), now.remainingMetres()))
                : Step.of(memory.with(new Arrival(seen.at(), before.arrivalAt())));
    }

    private static Progress progress(@Nullable Motion motion) {
        return motion == null
                ? Progress.NONE
                : new Progress(Math.round(motion.travelledMetres()), Duration.ofMillis(motion.movingMillis()));
    }

    private boolean isNews(Instant told, Instant now, Instant at) {
        double least = change.toMillis();
        double left = Duration.between(at, now).toMillis();
        return Duration.between(told, now).abs().toMillis() > Math.max(least, left * share);
    }
}
