package rw.ishemalink.tracking.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/** Fixes for tests. */
final class Drives {

    static final Instant START = Instant.parse("2026-05-01T10:58:00Z");
    static final UUID VEHICLE = new UUID(1, 1);
    static final UUID DRIVER = new UUID(2, 2);
    static final UUID OTHER_DRIVER = new UUID(3, 3);

    private Drives() {}

    /** A bare fix. */
    static Position fix(UUID vehicle, UUID driver, Instant at, double latitude, double longitude) {
        return new Position(
                "ishemalink",
                vehicle,
                driver,
                new GeoPoint(latitude, longitude),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at,
                at.plusSeconds(1));
    }

    /** A truck on the road: a fix every ten seconds of about 60 km/h, with all that a phone says. */
    static List<Position> truck(UUID vehicle, UUID driver, Instant from, int fixes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Position> drive = new ArrayList<>(fixes);
        double latitude = -2.5;
        double longitude = 29.7;
        double bearing = random.nextDouble(360);
        for (int i = 0; i < fixes; i++) {
            double kmh = 45 + random.nextDouble(30);
            bearing = (bearing + random.nextDouble(-12, 12) + 360) % 360;
            double metres = kmh / 3.6 * 10;
            latitude += metres * Math.cos(Math.toRadians(bearing)) / 111_195;
            longitude += metres * Math.sin(Math.toRadians(bearing)) / 111_195;
            Instant at = from.plusSeconds(10L * i);
            drive.add(new Position(
                    "ishemalink",
                    vehicle,
                    driver,
                    new GeoPoint(latitude, longitude),
                    kmh,
                    bearing,
                    3 + random.nextDouble(9),
                    null,
                    null,
                    90 - i / 200,
                    null,
                    null,
                    at,
                    at.plusMillis(200 + random.nextInt(1_500))));
        }
        return drive;
    }

    /** Whatever a phone might say. */
    static Arbitrary<Position> anyFix() {
        return Combinators.combine(
                        Arbitraries.of(DRIVER, OTHER_DRIVER),
                        Arbitraries.doubles().between(-90, 90),
                        Arbitraries.doubles().between(-180, 180),
                        anyTime(),
                        Arbitraries.integers().between(0, 200_000_000),
                        Arbitraries.doubles().between(0, 250).injectNull(0.3),
                        Arbitraries.doubles().between(0, 360).injectNull(0.3),
                        anyRest())
                .as((driver, latitude, longitude, at, lateMillis, speed, bearing, rest) -> new Position(
                        "ishemalink",
                        VEHICLE,
                        driver,
                        new GeoPoint(latitude, longitude),
                        speed,
                        bearing,
                        rest.accuracy(),
                        rest.altitude(),
                        rest.device(),
                        rest.battery(),
                        rest.seal(),
                        rest.seal() == null ? null : "RW-" + rest.battery(),
                        at,
                        at.plusMillis(lateMillis)));
    }

    /** What a fix is when it was kept and read again. */
    static Position kept(Position fix) {
        return new Position(
                fix.tenant(),
                fix.vehicleId(),
                fix.driverId(),
                new GeoPoint(
                        Math.round(fix.point().latitude() * 1e6) / 1e6,
                        Math.round(fix.point().longitude() * 1e6) / 1e6),
                rounded(fix.speedKmh(), 10),
                rounded(fix.bearingDegrees(), 1),
                rounded(fix.accuracyMetres(), 1),
                rounded(fix.altitudeMetres(), 1),
                fix.deviceId(),
                fix.batteryPercent(),
                fix.sealState(),
                fix.sealNumber(),
                fix.recordedAt(),
                fix.recordedAt()
                        .plusMillis(100
                                * Math.floorDiv(
                                        fix.recordedAt().until(fix.receivedAt(), ChronoUnit.MICROS), 100_000L)));
    }

    private record Rest(
            @Nullable Double accuracy,
            @Nullable Double altitude,
            @Nullable UUID device,
            @Nullable Integer battery,
            @Nullable SealState seal) {}

    /** Within some hours and at times the same; to the second, millisecond or microsecond. */
    private static Arbitrary<Instant> anyTime() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 300).map(START::plusSeconds),
                Arbitraries.longs().between(0, 10_000_000).map(START::plusMillis),
                Arbitraries.longs().between(0, 10_000_000_000L).map(micros -> START.plus(micros, ChronoUnit.MICROS)));
    }

    private static Arbitrary<Rest> anyRest() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 10_000).injectNull(0.3),
                        Arbitraries.doubles().between(-500, 9_000).injectNull(0.5),
                        Arbitraries.of(new UUID(7, 7), new UUID(8, 8)).injectNull(0.5),
                        Arbitraries.integers().between(0, 100).injectNull(0.5),
                        Arbitraries.of(SealState.values()).injectNull(0.7))
                .as(Rest::new);
    }

    private static @Nullable Double rounded(@Nullable Double value, double scale) {
        return value == null ? null : Math.round(value * scale) / scale;
    }
}
