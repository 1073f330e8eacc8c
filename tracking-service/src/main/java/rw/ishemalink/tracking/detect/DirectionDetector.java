package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.tracking.detect.TripMemory.Border;
import rw.ishemalink.tracking.detect.TripMemory.Heading;
import rw.ishemalink.tracking.geofence.BorderPosts;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/** Moving away from where it should go: the border post, once that is reached or where there is none the destination. */
final class DirectionDetector implements Detector {

    private final double leastMetres;
    private final Duration least;
    private final double movingKmh;

    DirectionDetector(Thresholds thresholds) {
        this.leastMetres = thresholds.wrongWayMetres();
        this.least = thresholds.wrongWay();
        this.movingKmh = thresholds.movingKmh();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Optional<GeoPoint> target = findTarget(plan, memory);
        if (target.isEmpty()) {
            return Step.of(memory.heading() == null ? memory : memory.withHeading(null));
        }
        Sighting seen = Sighting.of(position);
        Heading now = new Heading(seen.point().distanceMetresTo(target.get()), seen.at());
        Heading before = memory.heading();
        if (before == null || now.nearestMetres() <= before.nearestMetres()) {
            return Step.of(memory.withHeading(now));
        }
        boolean isAway = now.nearestMetres() - before.nearestMetres() > leastMetres
                && Duration.between(before.nearestAt(), seen.at()).compareTo(least) >= 0
                && !memory.isSlow(movingKmh);
        return isAway ? Step.of(memory.withHeading(now), new Finding.WrongDirection(seen)) : Step.of(memory);
    }

    /** Where it has been, or is at the moment, it does not have to go any more. */
    private static Optional<GeoPoint> findTarget(TripPlan plan, TripMemory memory) {
        if (!memory.start().started() || memory.isIn(TripFences.DESTINATION)) {
            return Optional.empty();
        }
        Optional<GeoPoint> post = plan.borderPost().flatMap(BorderPosts::find).map(BorderPosts.BorderPost::place);
        if (post.isPresent() && memory.border() == Border.AHEAD) {
            return post;
        }
        boolean isAtPost =
                plan.borderPost().map(TripFences::border).filter(memory::isIn).isPresent();
        return isAtPost ? Optional.empty() : plan.findTarget();
    }
}
