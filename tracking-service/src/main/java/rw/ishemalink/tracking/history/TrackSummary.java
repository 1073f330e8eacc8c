package rw.ishemalink.tracking.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.position.Position;

/**
 * A track in figures. Pure.
 *
 * @param distanceMetres travelled, without the wandering of the fixes of a vehicle that stands
 * @param movingSeconds for which it moved
 * @param maxSpeedKmh the highest that was reported or, where no phone said, driven between two fixes; null where nobody
 *     can say
 * @param meanSpeedKmh while it moved; null if it never did
 */
public record TrackSummary(
        long distanceMetres,
        long movingSeconds,
        @Nullable Double maxSpeedKmh,
        @Nullable Double meanSpeedKmh) {

    /** Slower is standing: phones report a walk's speed on a table. */
    private static final double MOVING_KMH = 5;

    /** A vehicle has moved when it is further away than its fixes wander. */
    private static final double LEAST_WANDERING_METRES = 15;

    private static final double MOST_WANDERING_METRES = 50;

    /** Speed between two fixes means something only if they lie apart. */
    private static final Duration LEAST_STEP = Duration.ofSeconds(5);

    private static final double KMH_A_METRE_A_SECOND = 3.6;
    private static final double MILLIS_A_SECOND = 1_000;

    /** The figures of fixes in their order. */
    static TrackSummary of(List<Position> fixes) {
        double metres = distanceMetres(fixes);
        double seconds = 0;
        double fastest = -1;
        for (int i = 0; i < fixes.size(); i++) {
            Optional<Double> reached = i == 0 ? reported(fixes.get(i)) : findSpeed(fixes.get(i - 1), fixes.get(i));
            fastest = Math.max(fastest, reached.orElse(-1.0));
            if (i > 0 && reached.orElse(0.0) >= MOVING_KMH) {
                seconds += seconds(fixes.get(i - 1), fixes.get(i));
            }
        }
        return new TrackSummary(
                Math.round(metres),
                Math.round(seconds),
                fastest < 0 ? null : rounded(fastest),
                seconds == 0 ? null : rounded(metres / seconds * KMH_A_METRE_A_SECOND));
    }

    private static double distanceMetres(List<Position> fixes) {
        double metres = 0;
        Position left = fixes.getFirst();
        for (Position fix : fixes) {
            double step = left.point().distanceMetresTo(fix.point());
            if (step > wanderingMetres(fix)) {
                metres += step;
                left = fix;
            }
        }
        return metres;
    }

    private static double wanderingMetres(Position fix) {
        Double accuracy = fix.accuracyMetres();
        return accuracy == null
                ? LEAST_WANDERING_METRES
                : Math.clamp(accuracy, LEAST_WANDERING_METRES, MOST_WANDERING_METRES);
    }

    /** As the phone says; what it leaves out is the way between the two fixes. */
    private static Optional<Double> findSpeed(Position before, Position fix) {
        return reported(fix).or(() -> {
            double seconds = seconds(before, fix);
            double metres = before.point().distanceMetresTo(fix.point());
            return seconds < LEAST_STEP.toSeconds() || metres <= wanderingMetres(fix)
                    ? Optional.empty()
                    : Optional.of(metres / seconds * KMH_A_METRE_A_SECOND);
        });
    }

    private static Optional<Double> reported(Position fix) {
        return Optional.ofNullable(fix.speedKmh());
    }

    private static double seconds(Position before, Position fix) {
        return Duration.between(before.recordedAt(), fix.recordedAt()).toMillis() / MILLIS_A_SECOND;
    }

    private static double rounded(double kmh) {
        return Math.round(kmh * 10) / 10.0;
    }
}
