package rw.ishemalink.tracking.position;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    private FixRules() {}

    /** What came of a fix: a position or the reason why not. */
    public sealed interface Verdict {
        record Taken(Position position) implements Verdict {}

        record Refused(FixRefusal reason) implements Verdict {}
    }

    /**
     * Judges one fix.
     *
     * @param vehicleId the driver's own vehicle
     * @param clockTolerance how far ahead of {@code now} the phone's clock may be
     */
    public static Verdict judge(
            Fix fix, String tenant, UUID driverId, UUID vehicleId, Instant now, Duration clockTolerance) {
        Double latitude = fix.latitude();
        Double longitude = fix.longitude();
        Instant recordedAt = fix.recordedAt();
        if (latitude == null || longitude == null || recordedAt == null) {
            return new Verdict.Refused(FixRefusal.MISSING_FIELD);
        }
        GeoPoint point = new GeoPoint(latitude, longitude);
        return findRefusal(fix, point, recordedAt, vehicleId, now.plus(clockTolerance))
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> new Verdict.Taken(new Position(
                        tenant,
                        vehicleId,
                        driverId,
                        point,
                        fix.speedKmh(),
                        fix.bearingDegrees(),
                        fix.accuracyMetres(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        recordedAt,
                        now)));
    }

    private static Optional<FixRefusal> findRefusal(
            Fix fix, GeoPoint point, Instant recordedAt, UUID vehicleId, Instant latest) {
        if (fix.vehicleId() != null && !fix.vehicleId().equals(vehicleId)) {
            return Optional.of(FixRefusal.NOT_YOUR_VEHICLE);
        }
        if (!isWithin(point.latitude(), -90, 90) || !isWithin(point.longitude(), -180, 180)) {
            return Optional.of(FixRefusal.OUT_OF_WORLD);
        }
        if (Math.abs(point.latitude()) < ZERO_ISLAND_DEGREES && Math.abs(point.longitude()) < ZERO_ISLAND_DEGREES) {
            return Optional.of(FixRefusal.ZERO_ISLAND);
        }
        if (recordedAt.isAfter(latest)) {
            return Optional.of(FixRefusal.IN_THE_FUTURE);
        }
        return isPossible(fix) ? Optional.empty() : Optional.of(FixRefusal.IMPOSSIBLE);
    }

    private static boolean isPossible(Fix fix) {
        return isAbsentOrWithin(fix.speedKmh(), TOP_SPEED_KMH)
                && isAbsentOrWithin(fix.bearingDegrees(), 360)
                && isAbsentOrWithin(fix.accuracyMetres(), WORST_ACCURACY_METRES);
    }

    private static boolean isAbsentOrWithin(@Nullable Double value, double most) {
        return value == null || isWithin(value, 0, most);
    }

    /** False for NaN. */
    private static boolean isWithin(double value, double least, double most) {
        return value >= least && value <= most;
    }
}
