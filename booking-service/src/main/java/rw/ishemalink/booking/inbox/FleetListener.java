package rw.ishemalink.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.fleet.FleetEvent;

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
            case DRIVER_ONBOARDED,
                    DRIVER_CHANGED,
                    DRIVER_SUSPENDED,
                    DRIVER_APPLIED,
                    DRIVER_REJECTED,
                    DRIVER_REINSTATED -> drivers.keep(tx.sql(), Fleet.driver(event), Fleet.contact(event));
            case UNKNOWN -> {}
        }
    }
}
