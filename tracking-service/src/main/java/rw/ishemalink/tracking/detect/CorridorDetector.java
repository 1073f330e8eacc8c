package rw.ishemalink.tracking.detect;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripMemory.Border;
import rw.ishemalink.tracking.detect.TripMemory.Straying;
import rw.ishemalink.tracking.geofence.Corridor;
import rw.ishemalink.tracking.geofence.TransitRoads;
import rw.ishemalink.tracking.position.Position;

/** Leaving the corridor to the border post, and coming back: loads under customs control, up to the border. */
final class CorridorDetector implements Detector {

    private final double widthMetres;
    private final int leastFixes;

    CorridorDetector(Thresholds thresholds) {
        this.widthMetres = thresholds.corridorWidthMetres();
        this.leastFixes = thresholds.corridorFixes();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Straying before = memory.straying();
        double metres = findOffset(plan, memory, position).orElse(0.0);
        if (metres > widthMetres + Objects.requireNonNullElse(position.accuracyMetres(), 0.0)) {
            return stray(memory, before, Sighting.of(position), metres);
        }
        if (before == null) {
            return Step.of(memory);
        }
        return before.told()
                ? Step.of(
                        memory.withStraying(null),
                        new Finding.CorridorRejoined(Sighting.of(position), before.since(), before.farthestMetres()))
                : Step.of(memory.withStraying(null));
    }

    /** Where a load may be off its corridor: not where it is picked up, which may be far from any such road. */
    private static Optional<Double> findOffset(TripPlan plan, TripMemory memory, Position position) {
        if (!plan.bonded() || memory.border() != Border.AHEAD || memory.isIn(TripFences.PICKUP)) {
            return Optional.empty();
        }
        return plan.findOrigin()
                .flatMap(origin -> plan.borderPost().flatMap(post -> TransitRoads.findCorridor(origin, post)))
                .map(corridor -> corridor.locate(position.point()))
                .filter(offset -> !offset.beyond())
                .map(Corridor.Offset::metres);
    }

    private Step stray(TripMemory memory, @Nullable Straying before, Sighting seen, double metres) {
        Straying now = before == null
                ? new Straying(seen.at(), 1, metres, false)
                : new Straying(
                        before.since(), before.fixes() + 1, Math.max(before.farthestMetres(), metres), before.told());
        return now.told() || now.fixes() < leastFixes
                ? Step.of(memory.withStraying(now))
                : Step.of(
                        memory.withStraying(new Straying(now.since(), now.fixes(), now.farthestMetres(), true)),
                        new Finding.CorridorLeft(seen, now.farthestMetres()));
    }
}
