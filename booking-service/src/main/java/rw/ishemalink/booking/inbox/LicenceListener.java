package rw.ishemalink.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.booking.licence.Clearance.News;
import rw.ishemalink.booking.licence.Clearance.Standing;
import rw.ishemalink.booking.licence.store.ClearanceStore;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.licence.LicenceEvent;

/** Hears how licences stand, without their numbers. */
@ApplicationScoped
class LicenceListener implements InboxListener<LicenceEvent> {

    private final ClearanceStore clearances;

    LicenceListener(ClearanceStore clearances) {
        this.clearances = clearances;
    }

    @Override
    public Class<LicenceEvent> eventType() {
        return LicenceEvent.class;
    }

    @Override
    public void handle(Tx tx, LicenceEvent event) {
        switch (event.getChange()) {
            case RECORDED, REINSTATED, EXPIRING -> hear(tx, event, Standing.GOOD);
            case SUSPENDED -> hear(tx, event, Standing.SUSPENDED);
            case REVOKED -> hear(tx, event, Standing.REVOKED);
            case EXPIRED -> hear(tx, event, Standing.EXPIRED);
            case UNKNOWN -> {}
        }
    }

    private void hear(Tx tx, LicenceEvent event, Standing standing) {
        clearances.hear(
                tx.sql(),
                event.getMetadata().getTenant(),
                event.getHolderId(),
                event.getLicenceKind().name(),
                new News(standing, event.getMetadata().getOccurredAt()),
                event.getMetadata().getSequence());
    }
}
