package rw.ishemalink.booking.inbox;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.booking.fleet.Driver;
import rw.ishemalink.booking.fleet.DriverContact;
import rw.ishemalink.booking.fleet.VehicleKind;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;

/** What a fleet event tells, in booking's words. */
final class Fleet {

    private Fleet() {}

    static Driver driver(FleetEvent event) {
        var driver = event.getDriver();
        var vehicle = driver.getVehicle();
        return new Driver(
                driver.getDriverId(),
                event.getMetadata().getTenant(),
                driver.getStatus() == DriverStatus.ACTIVE,
                driver.getOnDuty(),
                vehicle.getVehicleId(),
                vehicle.getPlate(),
                VehicleKind.valueOf(vehicle.getKind().name()),
                vehicle.getCapacityKg(),
                Set.copyOf(driver.getLicenceCategories()),
                driver.getLicenceValidUntil(),
                Optional.ofNullable(driver.getOperator())
                        .map(Operator::getOperatorId)
                        .orElse(null),
                event.getMetadata().getSequence());
    }

    static DriverContact contact(FleetEvent event) {
        var driver = event.getDriver();
        return new DriverContact(
                driver.getDriverId(),
                driver.getPhone(),
                driver.getLanguage().name().toLowerCase(Locale.ROOT));
    }
}
