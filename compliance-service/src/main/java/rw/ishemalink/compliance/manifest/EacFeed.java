package rw.ishemalink.compliance.manifest;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.feed.GovernmentFeeds;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.EacManifest;

/** To the East African Community's Single Customs Territory: every manifest. */
@ApplicationScoped
class EacFeed {

    private final GovernmentFeeds feeds;

    EacFeed(GovernmentFeeds feeds) {
        this.feeds = feeds;
    }

    void publish(Tx tx, ExportFile export, ManifestRow manifest) {
        feeds.publish(
                tx,
                Topics.GOV_EAC_MANIFESTS,
                export.bookingId(),
                EacManifest.newBuilder()
                        .setEventId(TimeOrderedId.next())
                        .setTenant(export.tenant())
                        .setBookingId(export.bookingId())
                        .setReference(manifest.reference())
                        .setDestinationCountry(export.destinationCountry())
                        .setBorderPost(export.borderPost())
                        .setHsCode(export.hsCode())
                        .setGrossMassKg(export.weightKg())
                        .setXml(manifest.xml())
                        .setSha256(manifest.sha256())
                        .setIssuedAt(manifest.issuedAt())
                        .setCustomsOfficeCode(manifest.customsOfficeCode())
                        .setSeals(manifest.seals())
                        .setRctgReference(manifest.rctgReference())
                        .build());
    }
}
