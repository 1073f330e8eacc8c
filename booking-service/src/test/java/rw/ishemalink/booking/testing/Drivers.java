package rw.ishemalink.booking.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;

/** A driver of a fleet, as identity-service tells of one. */
public record Drivers(UUID driverId, UUID vehicleId, UUID operatorId) {

    /** A driver whom the service has heard of. */
    public static Drivers onboarded() {
        Drivers driver = new Drivers(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        driver.publish(1, DriverStatus.ACTIVE, "RAB 123 C");
        return driver;
    }

    public Someone person() {
        return Someone.with(driverId, Role.DRIVER);
    }

    /** Publishes the driver as they stand after the change of that sequence. */
    public void publish(long sequence, DriverStatus status, String plate) {
        FleetEvent event = new FleetEvent(
                Events.metadata(Someone.TENANT, sequence), FleetChange.DRIVER_CHANGED, driver(status, plate));
        Inboxes.hear(Topics.FLEET_EVENTS, driverId, event.getMetadata(), event);
    }

    private Driver driver(DriverStatus status, String plate) {
        return Driver.newBuilder()
                .setDriverId(driverId)
                .setName("Claude Mugisha")
                .setPhone("+250788000002")
                .setLanguage(Language.RW)
                .setLicenceNumber("L-1")
                .setLicenceCategories(List.of("A"))
                .setLicenceValidUntil(LocalDate.parse("2030-01-01"))
                .setStatus(status)
                .setVehicle(new Vehicle(vehicleId, plate, VehicleKind.TRUCK, 7_000L))
                .setOperator(new Operator(operatorId, "Volcano Express", "100000001"))
                .build();
    }
}
