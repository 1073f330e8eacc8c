package rw.ishemalink.tracking.detect;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.trip.TripKind;

/** Trips to look at. */
final class Plans {

    static final Instant ASSIGNED = Instant.parse("2026-05-01T05:00:00Z");
    static final Instant PICKED_UP = Instant.parse("2026-05-01T06:00:00Z");

    static final GeoPoint HUYE = new GeoPoint(-2.5246, 29.7088);
    static final GeoPoint HUYE_TOWN = new GeoPoint(-2.597, 29.740);
    static final GeoPoint KIGALI = new GeoPoint(-1.945, 30.060);
    static final GeoPoint GATUNA = new GeoPoint(-1.4235, 30.0115);
    static final GeoPoint KABALE = new GeoPoint(-1.2486, 29.9899);

    private Plans() {}

    /** Coffee from Huye to a buyer in Kampala, by Gatuna, under customs control. */
    static TripPlan export() {
        return plan(
                TripKind.CARGO_INTERNATIONAL, VehicleClass.TRUCK, null, "24", null, null, "Gatuna", PICKED_UP, null);
    }

    /** Potatoes from Huye to Nyarugenge. */
    static TripPlan domestic() {
        return plan(TripKind.CARGO_DOMESTIC, VehicleClass.TRUCK, null, "24", null, "11", null, PICKED_UP, null);
    }

    /** Not picked up yet. */
    static TripPlan waiting() {
        return plan(TripKind.CARGO_DOMESTIC, VehicleClass.TRUCK, null, "24", null, "11", null, null, null);
    }

    static TripPlan ended(Instant at) {
        return plan(TripKind.CARGO_DOMESTIC, VehicleClass.TRUCK, null, "24", null, "11", null, PICKED_UP, at);
    }

    /** From door to door. */
    static TripPlan ride(GeoPoint from, GeoPoint to) {
        return plan(TripKind.RIDE, VehicleClass.CAR, from, "11", to, "12", null, PICKED_UP, null);
    }

    /** Nothing but who and when. */
    static TripPlan bare() {
        return plan(TripKind.CARGO_DOMESTIC, null, null, null, null, null, null, PICKED_UP, null);
    }

    private static TripPlan plan(
            TripKind kind,
            @Nullable VehicleClass vehicle,
            @Nullable GeoPoint pickup,
            @Nullable String origin,
            @Nullable GeoPoint destination,
            @Nullable String district,
            @Nullable String post,
            @Nullable Instant pickedUpAt,
            @Nullable Instant endedAt) {
        return new TripPlan(
                new UUID(1, 1),
                "ishemalink",
                kind,
                new UUID(1, 2),
                new UUID(1, 3),
                vehicle,
                Optional.ofNullable(pickup),
                Optional.ofNullable(origin),
                Optional.ofNullable(destination),
                Optional.ofNullable(district),
                Optional.ofNullable(post),
                kind == TripKind.CARGO_INTERNATIONAL,
                ASSIGNED,
                pickedUpAt,
                endedAt);
    }
}
