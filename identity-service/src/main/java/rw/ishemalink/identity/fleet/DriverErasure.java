package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;

/**
 * Forgets who a driver was. fleet.events keeps the last event of each driver for ever, so one without name, phone and
 * licence number takes the place of the last; the vehicle goes with another driver from now on.
 */
@Singleton
public class DriverErasure {

    private final DriverStore store;
    private final ShiftStore shifts;
    private final DriverDocumentStore documents;

    DriverErasure(DriverStore store, ShiftStore shifts, DriverDocumentStore documents) {
        this.store = store;
        this.shifts = shifts;
        this.documents = documents;
    }

    /** How many rows it took: none if the person does not drive, or is forgotten already. */
    public int erase(Tx tx, String tenant, UUID personId) {
        Handle sql = tx.sql();
        return store.findErasable(sql, tenant, personId)
                .map(driver -> {
                    shifts.end(sql, personId, ShiftEnd.SUSPENDED);
                    documents.erase(sql, tenant, personId);
                    store.erase(sql, driver);
                    FleetEvents.publishErased(tx, driver);
                    return 1;
                })
                .orElse(0);
    }
}
