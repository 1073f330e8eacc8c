package rw.ishemalink.compliance.licence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rw.ishemalink.compliance.licence.store.HolderStore;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.licence.HolderKind;
import rw.ishemalink.schemas.licence.LicenceChange;
import rw.ishemalink.schemas.licence.LicenceEvent;
import rw.ishemalink.schemas.licence.LicenceKind;

/** Publishes licence.events. The vocabularies are the same, name for name. */
@ApplicationScoped
class LicenceEvents {

    private final HolderStore holders;

    LicenceEvents(HolderStore holders) {
        this.holders = holders;
    }

    void publish(Tx tx, Watched watched, UUID holderId, Licence licence, Notice notice, List<UUID> bookings) {
        tx.publish(
                Topics.LICENCE_EVENTS,
                holderId,
                LicenceEvent.newBuilder()
                        .setMetadata(tx.metadata(watched.tenant(), holders.nextSequence(tx.sql(), holderId)))
                        .setChange(LicenceChange.valueOf(notice.change().name()))
                        .setHolderId(holderId)
                        .setHolderKind(
                                HolderKind.valueOf(watched.kind().holder().name()))
                        .setLicenceKind(LicenceKind.valueOf(watched.kind().name()))
                        .setNumber(licence.number())
                        .setValidUntil(licence.validUntil())
                        .setDaysLeft(notice.daysLeft())
                        .setBookingsUnderWay(bookings)
                        .build());
    }
}
