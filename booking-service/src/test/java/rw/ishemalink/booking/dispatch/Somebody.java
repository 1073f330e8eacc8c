package rw.ishemalink.booking.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.booking.fleet.Driver;
import rw.ishemalink.booking.fleet.VehicleKind;
import rw.ishemalink.booking.quote.GeoPoint;

/** A driver without a service around. */
record Somebody(UUID driverId, boolean active, boolean onDuty, VehicleKind kind, long capacityKg, String category) {

    static final String TENANT = "ishemalink";

    static Somebody onMoto() {
        return new Somebody(UUID.randomUUID(), true, true, VehicleKind.MOTORCYCLE, 0, "A");
    }

    Somebody suspended() {
        return new Somebody(driverId, false, onDuty, kind, capacityKg, category);
    }

    Somebody offDuty() {
        return new Somebody(driverId, active, false, kind, capacityKg, category);
    }

    Somebody with(VehicleKind other, long otherCapacityKg, String otherCategory) {
        return new Somebody(driverId, active, onDuty, other, otherCapacityKg, otherCategory);
    }

    Driver driver(LocalDate licenceValidUntil) {
        return new Driver(
                driverId,
                TENANT,
                active,
                onDuty,
                UUID.randomUUID(),
                "RAB 123 C",
                kind,
                capacityKg,
                Set.of(category),
                licenceValidUntil,
                null,
                1);
    }

    Driver driver() {
        return driver(LocalDate.parse("2099-01-01"));
    }

    Fix at(GeoPoint point, Instant recordedAt) {
        return new Fix(driverId, TENANT, point, recordedAt);
    }
}
