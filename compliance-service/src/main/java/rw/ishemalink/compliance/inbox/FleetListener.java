package rw.ishemalink.compliance.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.dispatch.DriverRecord;
import rw.ishemalink.compliance.dispatch.DriverRecords;
import rw.ishemalink.compliance.dispatch.VehicleKind;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;

/** Keeps the drivers as they stand, without name and phone. */
@ApplicationScoped
public class FleetListener implements InboxListener<FleetEvent> {

    private final DriverRecords drivers;

    FleetListener(DriverRecords drivers) {
        this.drivers = drivers;
    }

    @Override
    public Class<FleetEvent> eventType() {
        return FleetEvent.class;
    }

    @Override
    public void handle(Tx tx, FleetEvent event) {
        switch (event.getChange()) {
            case DRIVER_ONBOARDED, DRIVER_CHANGED, DRIVER_SUSPENDED -> drivers.save(tx.sql(), driver(event));
            case UNKNOWN -> {
                // Of a kind that this version does not know.
            }
        }
    }

    private static DriverRecord driver(FleetEvent event) {
        Driver driver = event.getDriver();
        Operator operator = driver.getOperator();
        return new DriverRecord(
                driver.getDriverId(),
                event.getMetadata().getTenant(),
                driver.getLicenceNumber(),
                driver.getLicenceCategories(),
                driver.getLicenceValidUntil(),
                driver.getStatus() == DriverStatus.ACTIVE,
                driver.getVehicle().getVehicleId(),
                VehicleKind.valueOf(driver.getVehicle().getKind().name()),
                operator == null ? null : operator.getOperatorId(),
                operator == null ? null : operator.getTin(),
                event.getMetadata().getSequence());
    }
}
