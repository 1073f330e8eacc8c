package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripMemory.Motion;
import rw.ishemalink.tracking.position.Position;

/** How far and how fast it goes; finds nothing itself. What may be a phone's noise counts as no way made. */
final class MotionDetector implements Detector {

    /** A phone at rest wanders as far. */
    private static final double NOISE_METRES = 30;

    /** Over longer, the way between two positions says nothing of the speed at the second. */
    private static final Duration LONGEST_STRETCH = Duration.ofMinutes(2);

    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double METRES_PER_KILOMETRE = 1_000;

    private final double movingKmh;

    MotionDetector(Thresholds thresholds) {
        this.movingKmh = thresholds.movingKmh();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Sighting now = Sighting.of(position);
        Motion before = memory.motion();
        if (before == null || !plan.isPickedUp(before.counted().at())) {
            return Step.of(memory.with(new Motion(now, now, position.speedKmh(), 0, 0)));
        }
        double metres = before.counted().point().distanceMetresTo(now.point());
        Duration time = Duration.between(before.counted().at(), now.at());
        double kmh = metres / METRES_PER_KILOMETRE / (time.toMillis() / MILLIS_PER_HOUR);
        boolean moved = metres > Math.max(NOISE_METRES, accuracy(position));
        Double speed = speed(position, moved ? kmh : 0, time);
        return Step.of(memory.with(
                moved
                        ? new Motion(
                                now,
                                now,
                                speed,
                                before.travelledMetres() + metres,
                                before.movingMillis() + (kmh >= movingKmh ? time.toMillis() : 0))
                        : new Motion(now, before.counted(), speed, before.travelledMetres(), before.movingMillis())));
    }

    private static @Nullable Double speed(Position position, double kmh, Duration time) {
        if (position.speedKmh() != null) {
            return position.speedKmh();
        }
        return time.compareTo(LONGEST_STRETCH) <= 0 && Double.isFinite(kmh) ? kmh : null;
    }

    private static double accuracy(Position position) {
        return Objects.requireNonNullElse(position.accuracyMetres(), 0.0);
    }
}
