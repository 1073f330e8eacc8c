package rw.ishemalink.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.notification.driver.DriverContact;
import rw.ishemalink.notification.driver.DriverContacts;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;

/** Learns how drivers are reached. */
@ApplicationScoped
class FleetListener implements InboxListener<FleetEvent> {

    private final DriverContacts contacts;

    FleetListener(DriverContacts contacts) {
        this.contacts = contacts;
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
                Operator operator = driver.getOperator();
                DriverContact contact = new DriverContact(
                        driver.getDriverId(),
                        event.getMetadata().getTenant(),
                        driver.getPhone(),
                        driver.getLanguage(),
                        driver.getVehicle().getVehicleId(),
                        operator == null ? null : operator.getOperatorId());
                contacts.keep(tx.sql(), contact, event.getMetadata().getSequence());
            }
            case UNKNOWN -> {}
        }
    }
}
