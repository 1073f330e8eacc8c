package rw.ishemalink.tracking.position;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** Which fixes are taken. Pure. */
public final class FixRules {

    /** About a kilometre around 0°, 0°. */
    private static final double ZERO_ISLAND_DEGREES = 0.01;

    /** Faster than any vehicle on a road of ours. */
    private static final double TOP_SPEED_KMH = 250;

    /** A fix this vague is no fix. */
    private static final double WORST_ACCURACY_METRES = 10_000;

    /** From the shore of the Dead Sea to the top of Everest, and what a phone errs by. */
    private static final double LOWEST_METRES = -1_000;

    private static final double HIGHEST_METRES = 10_000;

    private static final int LONGEST_SEAL_NUMBER = 40;

    private FixRules() {}

    /** What came of a fix: a position or the reason why not. */
    public sealed interface Verdict {
        record Taken(Position position) implements Verdict {}

        record Refused(FixRefusal reason) implements Verdict {}
    }

    /**
     * Which times are believed.
     *
     * @param now ours
     * @param clockTolerance how far ahead of {@code now} the phone's clock may be
     * @param oldest how old a fix may be
     */
    public record Times(Instant now, Duration clockTolerance, Duration oldest) {}

    /** Judges one fix. */
    public static Verdict judge(Fix fix, Reporter reporter, Times times) {
        Double latitude = fix.latitude();
        Double longitude = fix.longitude();
        Instant recordedAt = fix.recordedAt();
        if (latitude == null || longitude == null || recordedAt == null) {
            return new Verdict.Refused(FixRefusal.MISSING_FIELD);
        }
        GeoPoint point = new GeoPoint(latitude, longitude);
        return findRefusal(fix, point, recordedAt, reporter, times)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> new Verdict.Taken(new Position(
                        reporter.tenant(),
                        reporter.vehicleId(),
                        reporter.driverId(),
                        point,
                        fix.speedKmh(),
                        fix.bearingDegrees(),
                        fix.accuracyMetres(),
                        fix.altitudeMetres(),
                        reporter.deviceId(),
                        fix.batteryPercent(),
                        fix.sealState(),
                        fix.sealNumber(),
                        recordedAt,
                        times.now())));
    }

    private static Optional<FixRefusal> findRefusal(
            Fix fix, GeoPoint point, Instant recordedAt, Reporter reporter, Times times) {
        if (fix.vehicleId() != null && !fix.vehicleId().equals(reporter.vehicleId())) {
            return Optional.of(FixRefusal.NOT_YOUR_VEHICLE);
        }
        if (!isWithin(point.latitude(), -90, 90) || !isWithin(point.longitude(), -180, 180)) {
            return Optional.of(FixRefusal.OUT_OF_WORLD);
        }
        if (Math.abs(point.latitude()) < ZERO_ISLAND_DEGREES && Math.abs(point.longitude()) < ZERO_ISLAND_DEGREES) {
            return Optional.of(FixRefusal.ZERO_ISLAND);
        }
        if (recordedAt.isAfter(times.now().plus(times.clockTolerance()))) {
            return Optional.of(FixRefusal.IN_THE_FUTURE);
        }
        if (recordedAt.isBefore(times.now().minus(times.oldest()))) {
            return Optional.of(FixRefusal.TOO_OLD);
        }
        return isPossible(fix) ? Optional.empty() : Optional.of(FixRefusal.IMPOSSIBLE);
    }

    private static boolean isPossible(Fix fix) {
        return isAbsentOrWithin(fix.speedKmh(), 0, TOP_SPEED_KMH)
                && isAbsentOrWithin(fix.bearingDegrees(), 0, 360)
                && isAbsentOrWithin(fix.accuracyMetres(), 0, WORST_ACCURACY_METRES)
                && isAbsentOrWithin(fix.altitudeMetres(), LOWEST_METRES, HIGHEST_METRES)
                && (fix.batteryPercent() == null || isWithin(fix.batteryPercent(), 0, 100))
                && (fix.sealNumber() == null || fix.sealNumber().length() <= LONGEST_SEAL_NUMBER);
    }

    private static boolean isAbsentOrWithin(@Nullable Double value, double least, double most) {
        return value == null || isWithin(value, least, most);
    }

    /** False for NaN. */
    private static boolean isWithin(double value, double least, double most) {
        return value >= least && value <= most;
    }
}
