package rw.ishemalink.compliance.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import rw.ishemalink.compliance.dispatch.DriverRecord;
import rw.ishemalink.compliance.dispatch.DriverRecords;
import rw.ishemalink.compliance.dispatch.VehicleKind;
import rw.ishemalink.compliance.driver.DriverChecks;
import rw.ishemalink.compliance.driver.Hearing;
import rw.ishemalink.compliance.driver.Hearing.Wish;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceKind.HolderKind;
import rw.ishemalink.compliance.licence.store.HolderStore;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;

/** Keeps the drivers as they stand, without name and phone. */
@ApplicationScoped
public class FleetListener implements InboxListener<FleetEvent> {

    private final DriverRecords drivers;
    private final HolderStore holders;
    private final LicenceClock clock;
    private final DriverChecks checks;

    FleetListener(DriverRecords drivers, HolderStore holders, LicenceClock clock, DriverChecks checks) {
        this.drivers = drivers;
        this.holders = holders;
        this.clock = clock;
        this.checks = checks;
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
                if (drivers.save(tx.sql(), driver(event))) {
                    checks.hear(tx, hearing(event));
                }
                attach(tx, event);
            }
            case UNKNOWN -> {
                // Of a kind that this version does not know.
            }
        }
    }

    private static Hearing hearing(FleetEvent event) {
        return new Hearing(
                event.getDriver().getDriverId(), event.getMetadata().getTenant(), wish(event), Correlation.currentId());
    }

    /** Papers that wait were handed in with this event, or with one that is not to be heard of any more. */
    private static Wish wish(FleetEvent event) {
        return switch (event.getDriver().getStatus()) {
            case PENDING -> event.getChange() == FleetChange.DRIVER_CHANGED ? Wish.CHECK_IF_NEW : Wish.CHECK;
            case ACTIVE, REJECTED -> Wish.WATCH;
            case SUSPENDED, UNKNOWN -> Wish.REST;
        };
    }

    /** What the register has under the driver's number, plate and operator now has a holder. */
    private void attach(Tx tx, FleetEvent event) {
        Driver driver = event.getDriver();
        String tenant = event.getMetadata().getTenant();
        Operator operator = driver.getOperator();
        Instant now = clock.now();
        holders.attach(tx.sql(), tenant, HolderKind.DRIVER, driver.getLicenceNumber(), driver.getDriverId(), now);
        holders.attach(
                tx.sql(),
                tenant,
                HolderKind.VEHICLE,
                driver.getVehicle().getPlate(),
                driver.getVehicle().getVehicleId(),
                now);
        if (operator != null) {
            holders.attach(tx.sql(), tenant, HolderKind.OPERATOR, operator.getTin(), operator.getOperatorId(), now);
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
                driver.getVehicle().getPlate(),
                operator == null ? null : operator.getOperatorId(),
                operator == null ? null : operator.getTin(),
                event.getMetadata().getSequence());
    }
}
