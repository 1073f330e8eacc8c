package rw.ishemalink.tracking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;
import rw.ishemalink.tracking.map.Fleets;
import rw.ishemalink.tracking.vehicle.DriverVehicles;
import rw.ishemalink.tracking.vehicle.DriverVehicles.DriverVehicle;

/** Learns who drives what. */
@ApplicationScoped
class FleetListener implements InboxListener<FleetEvent> {

    private final DriverVehicles vehicles;
    private final Fleets fleets;

    FleetListener(DriverVehicles vehicles, Fleets fleets) {
        this.vehicles = vehicles;
        this.fleets = fleets;
    }

    @Override
    public Class<FleetEvent> eventType() {
        return FleetEvent.class;
    }

    @Override
    public void handle(Tx tx, FleetEvent event) {
        switch (event.getChange()) {
            case DRIVER_ONBOARDED,
                    DRIVER_CHANGED,
                    DRIVER_SUSPENDED,
                    DRIVER_APPLIED,
                    DRIVER_REJECTED,
                    DRIVER_REINSTATED -> {
                Driver driver = event.getDriver();
                vehicles.keep(
                        tx.sql(),
                        new DriverVehicle(
                                driver.getDriverId(),
                                event.getMetadata().getTenant(),
                                driver.getVehicle().getVehicleId(),
                                isSeen(driver.getStatus())),
                        event.getMetadata().getSequence());
                Operator operator = driver.getOperator();
                fleets.keep(
                        tx.sql(),
                        driver.getDriverId(),
                        operator == null ? null : operator.getOperatorId(),
                        event.getMetadata().getSequence());
            }
            case UNKNOWN -> {}
        }
    }

    /** A trip under way is followed though the driver's papers lapse on it; only a suspension ends that. */
    private static boolean isSeen(DriverStatus status) {
        return switch (status) {
            case ACTIVE, PENDING, REJECTED -> true;
            case SUSPENDED, UNKNOWN -> false;
        };
    }
}
