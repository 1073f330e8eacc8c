package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.util.Objects;
import rw.ishemalink.tracking.detect.TripMemory.Stop;
import rw.ishemalink.tracking.position.Position;

/** Standing for long after the start, and going on. */
final class StopDetector implements Detector {

    /** A fix more vague than that says nothing of whether it stands. */
    private static final double VAGUEST_METRES = 100;

    private final double radiusMetres;
    private final Duration least;

    StopDetector(Thresholds thresholds) {
        this.radiusMetres = thresholds.stopRadiusMetres();
        this.least = thresholds.stop();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        double accuracyMetres = Objects.requireNonNullElse(position.accuracyMetres(), 0.0);
        if (!memory.start().started() || accuracyMetres > VAGUEST_METRES) {
            return Step.of(memory);
        }
        Sighting seen = Sighting.of(position);
        Stop stop = memory.stop();
        if (stop == null) {
            return Step.of(memory.with(new Stop(seen.point(), seen.at(), false)));
        }
        return stop.anchor().distanceMetresTo(seen.point()) <= radiusMetres + accuracyMetres
                ? stand(memory, stop, seen)
                : goOn(memory, stop, seen);
    }

    private Step stand(TripMemory memory, Stop stop, Sighting seen) {
        return stop.told() || Duration.between(stop.since(), seen.at()).compareTo(least) < 0
                ? Step.of(memory)
                : Step.of(memory.with(new Stop(stop.anchor(), stop.since(), true)), new Finding.StopStarted(seen));
    }

    private static Step goOn(TripMemory memory, Stop stop, Sighting seen) {
        TripMemory next = memory.with(new Stop(seen.point(), seen.at(), false));
        return stop.told() ? Step.of(next, new Finding.StopEnded(seen, stop.since())) : Step.of(next);
    }
}
