package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.fleet.FleetChange;

/** Where something around a driver changed, the driver has: the next version, and the event that tells of it. */
@Singleton
class DriverChanges {

    private final DriverStore store;

    DriverChanges(DriverStore store) {
        this.store = store;
    }

    /**
     * Makes the next version.
     *
     * @param before the driver, locked in this transaction
     */
    void follow(Tx tx, Driver before) {
        store.touch(tx.sql(), before);
        FleetBoundary oneself = FleetBoundary.oneself(before.tenant(), before.driverId());
        Driver after = store.find(tx.sql(), oneself, before.driverId()).orElseThrow();
        FleetEvents.publish(tx, FleetChange.DRIVER_CHANGED, after);
    }
}
