package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;

/** Adds senders' ratings to drivers, one for each booking. */
@Singleton
public class Ratings {

    private final DriverStore drivers;
    private final DriverChanges changes;

    Ratings(DriverStore drivers, DriverChanges changes) {
        this.drivers = drivers;
        this.changes = changes;
    }

    /**
     * Adds the rating of a booking; the second one for the same booking changes nothing.
     *
     * @param stars 1 to 5
     * @throws IllegalStateException when the tenant has no such driver
     */
    public void add(Tx tx, String tenant, UUID driverId, UUID bookingId, int stars) {
        Driver driver = drivers.findForUpdate(tx.sql(), FleetBoundary.oneself(tenant, driverId), driverId)
                .orElseThrow(() -> new IllegalStateException("no driver " + driverId + " was onboarded in " + tenant));
        if (drivers.rate(tx.sql(), driver, bookingId, stars)) {
            changes.follow(tx, driver);
        }
    }
}
