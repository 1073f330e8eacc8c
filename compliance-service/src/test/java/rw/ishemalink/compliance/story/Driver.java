package rw.ishemalink.compliance.story;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;

/** A truck driver, as identity-service tells of one. */
record Driver(
        UUID driverId,
        UUID vehicleId,
        String licenceNumber,
        String plate,
        @Nullable Operator operator) {

    static final LocalDate FAR_AWAY = LocalDate.of(2099, 12, 31);

    private static final AtomicInteger COUNT = new AtomicInteger(100);

    static Driver independent() {
        return driver(null);
    }

    static Driver of(String operatorTin) {
        return driver(new Operator(UUID.randomUUID(), "Volcano Transport", operatorTin));
    }

    private static Driver driver(@Nullable Operator operator) {
        int number = COUNT.incrementAndGet();
        return new Driver(UUID.randomUUID(), UUID.randomUUID(), "DL" + number, "RAB " + number + " C", operator);
    }

    /** Tells of the driver, with a driving licence until that day. */
    Driver isOnboarded(LocalDate licenceValidUntil, long sequence) {
        tells(licenceValidUntil, sequence);
        return this;
    }

    /** Tells of the driver; answers the id of the event that does. */
    UUID tells(LocalDate licenceValidUntil, long sequence) {
        FleetChange change = sequence == 1 ? FleetChange.DRIVER_ONBOARDED : FleetChange.DRIVER_CHANGED;
        return tells(news(change, DriverStatus.ACTIVE, licenceValidUntil, sequence));
    }

    /** Hands in papers that are to be checked. */
    UUID applies(long sequence) {
        return tells(news(FleetChange.DRIVER_APPLIED, DriverStatus.PENDING, FAR_AWAY, sequence));
    }

    /** The same event, however often. */
    UUID tells(FleetEvent event) {
        EventSource.publish(Topics.FLEET_EVENTS, driverId, event);
        return event.getMetadata().getEventId();
    }

    FleetEvent news(FleetChange change, DriverStatus status, LocalDate licenceValidUntil, long sequence) {
        return FleetEvent.newBuilder()
                .setMetadata(Events.metadata("ishemalink", sequence))
                .setChange(change)
                .setDriver(rw.ishemalink.schemas.fleet.Driver.newBuilder()
                        .setDriverId(driverId)
                        .setName("Jean Bosco")
                        .setPhone("+250788000111")
                        .setLanguage(Language.RW)
                        .setLicenceNumber(licenceNumber)
                        .setLicenceCategories(List.of("B", "C"))
                        .setLicenceValidUntil(licenceValidUntil)
                        .setStatus(status)
                        .setVehicle(new Vehicle(vehicleId, plate, VehicleKind.TRUCK, 5_000L))
                        .setOperator(operator)
                        .build())
                .build();
    }

    Driver isOnboarded() {
        return isOnboarded(FAR_AWAY, 1);
    }
}
