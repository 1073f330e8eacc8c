package rw.ishemalink.tracking.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.detect.Detection;
import rw.ishemalink.tracking.detect.Thresholds;
import rw.ishemalink.tracking.detect.TripPlan;
import rw.ishemalink.tracking.detect.VehicleClass;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.route.RoadLeg;
import rw.ishemalink.tracking.trip.TripKind;

/** Trips of one booking, and positions of those who make them. */
public final class Trips {

    /** As set when nothing is. */
    public static final WatchRules RULES = new WatchRules(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofMinutes(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofDays(3));

    private static final GeoPoint KIGALI = new GeoPoint(-1.9536, 30.0606);

    private final UUID bookingId = UUID.randomUUID();

    /** The detectors as set when nothing is, on straight roads. */
    public static Detection detection() {
        return new Detection(
                new Thresholds(
                        1_000,
                        300,
                        100,
                        5,
                        Duration.ofMinutes(30),
                        50,
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(10),
                        5_000,
                        2,
                        5,
                        3,
                        Duration.ofSeconds(20),
                        3_000,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        0.1),
                (from, to) -> {
                    long metres = (long) from.distanceMetresTo(to);
                    return new RoadLeg(metres, Duration.ofSeconds(metres / 15));
                });
    }

    public UUID bookingId() {
        return bookingId;
    }

    /** Cargo across the border at Gatuna. */
    public TripPlan plan(
            UUID driver, UUID vehicle, Instant assignedAt, @Nullable Instant pickedUpAt, @Nullable Instant endedAt) {
        return new TripPlan(
                bookingId,
                "ishemalink",
                TripKind.CARGO_INTERNATIONAL,
                driver,
                vehicle,
                VehicleClass.TRUCK,
                Optional.empty(),
                Optional.of("24"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Gatuna"),
                true,
                assignedAt,
                pickedUpAt,
                endedAt);
    }

    /** In Kigali, with what the electronic seal says. */
    public static Position at(Instant recordedAt, UUID driver, UUID vehicle, SealState seal) {
        return at(recordedAt, driver, vehicle, seal, KIGALI);
    }

    public static Position at(Instant recordedAt, UUID driver, UUID vehicle, SealState seal, GeoPoint point) {
        return new Position(
                "ishemalink",
                vehicle,
                driver,
                point,
                null,
                null,
                10.0,
                null,
                null,
                null,
                seal,
                "E-1",
                recordedAt,
                recordedAt.plusSeconds(1));
    }
}
