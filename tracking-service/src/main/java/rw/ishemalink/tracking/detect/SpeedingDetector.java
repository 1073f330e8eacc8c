package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripMemory.Speeding;
import rw.ishemalink.tracking.position.Position;

/**
 * Driving faster than the law allows. Only by what the phone says of its speed: one reckoned from two places accuses
 * nobody.
 */
final class SpeedingDetector implements Detector {

    /** A fix more vague than that does not know its speed either. */
    private static final double VAGUEST_METRES = 100;

    /** Positions farther apart are no positions in a row. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final double toleranceKmh;
    private final int leastFixes;
    private final Duration least;

    SpeedingDetector(Thresholds thresholds) {
        this.toleranceKmh = thresholds.speedToleranceKmh();
        this.leastFixes = thresholds.speedingFixes();
        this.least = thresholds.speeding();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Double speedKmh = position.speedKmh();
        if (speedKmh == null || Objects.requireNonNullElse(position.accuracyMetres(), 0.0) > VAGUEST_METRES) {
            return Step.of(memory);
        }
        double limitKmh = SpeedLimits.of(plan.kind(), plan.vehicleClass());
        Speeding before = memory.speeding();
        if (speedKmh > limitKmh + toleranceKmh) {
            return tooFast(memory, before, Sighting.of(position), speedKmh, limitKmh);
        }
        if (before == null || (before.told() && speedKmh > limitKmh)) {
            return Step.of(memory);
        }
        return before.told()
                ? Step.of(
                        memory.withSpeeding(null),
                        new Finding.OverspeedEnded(
                                Sighting.of(position), before.since(), before.highestKmh(), limitKmh))
                : Step.of(memory.withSpeeding(null));
    }

    private Step tooFast(
            TripMemory memory, @Nullable Speeding before, Sighting seen, double speedKmh, double limitKmh) {
        Speeding now = before == null || (!before.told() && isLong(before.lastAt(), seen, LONGEST_PAUSE))
                ? new Speeding(seen.at(), seen.at(), 1, speedKmh, false)
                : new Speeding(
                        before.since(),
                        seen.at(),
                        before.fixes() + 1,
                        Math.max(before.highestKmh(), speedKmh),
                        before.told());
        if (now.told() || (now.fixes() < leastFixes && !isLong(now.since(), seen, least))) {
            return Step.of(memory.withSpeeding(now));
        }
        return Step.of(
                memory.withSpeeding(new Speeding(now.since(), now.lastAt(), now.fixes(), now.highestKmh(), true)),
                new Finding.OverspeedStarted(seen, now.highestKmh(), limitKmh));
    }

    private static boolean isLong(Instant since, Sighting seen, Duration least) {
        return Duration.between(since, seen.at()).compareTo(least) >= 0;
    }
}
