package rw.ishemalink.booking.licence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.licence.store.ClearanceStore;
import rw.ishemalink.booking.lifecycle.Booking;

/** Looks whether an assigned booking may still be picked up. The caller holds the booking's row lock. */
@ApplicationScoped
public class ClearanceGuard {

    private final ClearanceStore clearances;

    ClearanceGuard(ClearanceStore clearances) {
        this.clearances = clearances;
    }

    /** Why the clearance no longer holds for a pick-up recorded at that time, as a word; empty while it holds. */
    public Optional<String> findLapse(Handle sql, Booking booking, Instant recordedAt, Instant now) {
        return booking.findAssignment().flatMap(moved -> {
            UUID decisionId = moved.clearanceId();
            if (decisionId == null) {
                return Optional.empty();
            }
            String tenant = booking.order().tenant();
            Clearance clearance = clearances
                    .find(sql, tenant, decisionId)
                    .orElseGet(() -> new Clearance(decisionId, Instant.EPOCH, null));
            return clearance.findLapse(Clearance.moment(recordedAt, now), clearances.listNews(sql, tenant, moved));
        });
    }
}
