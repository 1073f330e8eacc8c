package rw.ishemalink.identity.fleet;

import java.util.List;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;

/** Tells of a driver's change: the driver as it stands afterwards, under its version. */
final class FleetEvents {

    private FleetEvents() {}

    static void publish(Tx tx, FleetChange change, Driver driver) {
        tx.publish(
                Topics.FLEET_EVENTS,
                driver.driverId(),
                FleetEvent.newBuilder()
                        .setMetadata(tx.metadata(driver.tenant(), driver.version()))
                        .setChange(change)
                        .setDriver(toEvent(driver))
                        .build());
    }

    /** The driver as everybody is to know them from now on: suspended, and nobody. */
    static void publishErased(Tx tx, Driver driver) {
        rw.ishemalink.schemas.fleet.Driver nobody = rw.ishemalink.schemas.fleet.Driver.newBuilder()
                .setDriverId(driver.driverId())
                .setName("")
                .setPhone("")
                .setLanguage(driver.language().toEvent())
                .setLicenceNumber("")
                .setLicenceCategories(List.of())
                .setLicenceValidUntil(driver.licence().validUntil())
                .setStatus(rw.ishemalink.schemas.fleet.DriverStatus.SUSPENDED)
                .setVehicle(toEvent(driver.vehicle()))
                .setOperator(driver.operator().map(FleetEvents::toEvent).orElse(null))
                .setOnDuty(false)
                .build();
        tx.publish(
                Topics.FLEET_EVENTS,
                driver.driverId(),
                FleetEvent.newBuilder()
                        .setMetadata(tx.metadata(driver.tenant(), driver.version() + 1))
                        .setChange(FleetChange.DRIVER_SUSPENDED)
                        .setDriver(nobody)
                        .build());
    }

    private static rw.ishemalink.schemas.fleet.Driver toEvent(Driver driver) {
        return rw.ishemalink.schemas.fleet.Driver.newBuilder()
                .setDriverId(driver.driverId())
                .setName(driver.name())
                .setPhone(driver.phone().value())
                .setLanguage(driver.language().toEvent())
                .setLicenceNumber(driver.licence().number())
                .setLicenceCategories(driver.licence().categories().stream()
                        .map(DrivingCategory::value)
                        .toList())
                .setLicenceValidUntil(driver.licence().validUntil())
                .setStatus(toEvent(driver.status()))
                .setVehicle(toEvent(driver.vehicle()))
                .setOperator(driver.operator().map(FleetEvents::toEvent).orElse(null))
                .setOnDuty(driver.onDuty())
                .setRating(driver.rating().map(FleetEvents::toEvent).orElse(null))
                .build();
    }

    private static rw.ishemalink.schemas.fleet.Vehicle toEvent(Vehicle vehicle) {
        return rw.ishemalink.schemas.fleet.Vehicle.newBuilder()
                .setVehicleId(vehicle.vehicleId())
                .setPlate(vehicle.details().plate().value())
                .setKind(toEvent(vehicle.details().kind()))
                .setCapacityKg(vehicle.details().capacityKg())
                .build();
    }

    private static rw.ishemalink.schemas.fleet.Operator toEvent(Operator operator) {
        return rw.ishemalink.schemas.fleet.Operator.newBuilder()
                .setOperatorId(operator.operatorId())
                .setName(operator.name())
                .setTin(operator.tin())
                .build();
    }

    private static rw.ishemalink.schemas.fleet.DriverRating toEvent(Rating rating) {
        return new rw.ishemalink.schemas.fleet.DriverRating(rating.hundredths(), rating.count());
    }

    private static rw.ishemalink.schemas.fleet.DriverStatus toEvent(DriverStatus status) {
        return switch (status) {
            case PENDING -> rw.ishemalink.schemas.fleet.DriverStatus.PENDING;
            case REJECTED -> rw.ishemalink.schemas.fleet.DriverStatus.REJECTED;
            case ACTIVE -> rw.ishemalink.schemas.fleet.DriverStatus.ACTIVE;
            case SUSPENDED -> rw.ishemalink.schemas.fleet.DriverStatus.SUSPENDED;
        };
    }

    private static rw.ishemalink.schemas.fleet.VehicleKind toEvent(VehicleKind kind) {
        return switch (kind) {
            case MOTORCYCLE -> rw.ishemalink.schemas.fleet.VehicleKind.MOTORCYCLE;
            case CAR -> rw.ishemalink.schemas.fleet.VehicleKind.CAR;
            case TRUCK -> rw.ishemalink.schemas.fleet.VehicleKind.TRUCK;
            case BUS -> rw.ishemalink.schemas.fleet.VehicleKind.BUS;
        };
    }
}
