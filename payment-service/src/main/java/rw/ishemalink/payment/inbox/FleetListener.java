package rw.ishemalink.payment.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.payees.DriverNews;
import rw.ishemalink.payment.payees.Payees;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;

/** Keeps where drivers can be paid, and whose fleets they are of. */
@ApplicationScoped
class FleetListener implements InboxListener<FleetEvent> {

    private final Payees payees;

    FleetListener(Payees payees) {
        this.payees = payees;
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
                    DRIVER_REINSTATED -> payees.heard(tx.sql(), news(event));
            case UNKNOWN -> {}
        }
    }

    private static DriverNews news(FleetEvent event) {
        Driver driver = event.getDriver();
        return new DriverNews(
                driver.getDriverId(),
                event.getMetadata().getTenant(),
                driver.getPhone().isEmpty() ? null : Msisdn.of(driver.getPhone()),
                Optional.ofNullable(driver.getOperator())
                        .map(Operator::getOperatorId)
                        .orElse(null),
                isPaid(driver.getStatus()),
                event.getMetadata().getSequence());
    }

    /** What was earned is paid whatever becomes of a driver's papers; only a suspension holds it back. */
    private static boolean isPaid(DriverStatus status) {
        return switch (status) {
            case ACTIVE, PENDING, REJECTED -> true;
            case SUSPENDED, UNKNOWN -> false;
        };
    }
}
