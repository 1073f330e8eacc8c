package rw.ishemalink.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.booking.fleet.Driver;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;

/** Keeps whom bookings may ask for. */
@ApplicationScoped
class FleetListener implements InboxListener<FleetEvent> {

    private final DriverStore drivers;

    FleetListener(DriverStore drivers) {
        this.drivers = drivers;
    }

    @Override
    public Class<FleetEvent> eventType() {
        return FleetEvent.class;
    }

    @Override
    public void handle(Tx tx, FleetEvent event) {
        switch (event.getChange()) {
            case DRIVER_ONBOARDED, DRIVER_CHANGED, DRIVER_SUSPENDED -> drivers.keep(tx.sql(), driver(event));
            case UNKNOWN -> {}
        }
    }

    private static Driver driver(FleetEvent event) {
        var driver = event.getDriver();
        return new Driver(
                driver.getDriverId(),
                event.getMetadata().getTenant(),
                driver.getStatus() == DriverStatus.ACTIVE,
                driver.getVehicle().getVehicleId(),
                driver.getVehicle().getPlate(),
                Optional.ofNullable(driver.getOperator())
                        .map(Operator::getOperatorId)
                        .orElse(null),
                event.getMetadata().getSequence());
    }
}
