package rw.ishemalink.compliance.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.CaseFiles;
import rw.ishemalink.compliance.casefile.ComplianceEvents;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ManifestReference;

/** Issues manifests and keeps them. One is due for an export with a cleared driver and vehicle; it holds for those two. */
@ApplicationScoped
public class Manifests {

    private static final String ADD = """
            insert into manifest (booking_id, version, tenant, reference, driver_id, vehicle_plate, xml, sha256, issued_at)
            values (:bookingId, :version, :tenant, :reference, :driverId, :vehiclePlate, :xml, :sha256, :issuedAt)""";

    private static final String LATEST =
            "select * from manifest where booking_id = :bookingId order by version desc limit 1";

    private final CaseFiles files;
    private final ComplianceEvents events;
    private final EacFeed feed;
    private final CustomsOffices offices;
    private final ComplianceConfig.Seller seller;
    private final UnLocodes places = new UnLocodes();

    Manifests(CaseFiles files, ComplianceEvents events, EacFeed feed, CustomsOffices offices, ComplianceConfig config) {
        this.files = files;
        this.events = events;
        this.feed = feed;
        this.offices = offices;
        this.seller = config.seller();
    }

    /** The manifest that holds for the booking, made now if it is due and not there; empty when none is due. */
    public Optional<ManifestRow> issueIfDue(Tx tx, CaseFile found) {
        CaseFile file = files.getLocked(tx.sql(), found.bookingId());
        if (file.kind() != BookingKind.CARGO_INTERNATIONAL || !file.status().isAssigned()) {
            return Optional.empty();
        }
        return files.findExport(tx.sql(), file.bookingId()).map(export -> issue(tx, file, export));
    }

    private ManifestRow issue(Tx tx, CaseFile file, ExportFile export) {
        Optional<ManifestRow> latest = findLatest(tx.sql(), file.bookingId());
        if (latest.filter(manifest -> holdsFor(manifest, file)).isPresent()) {
            return latest.get();
        }
        int version = latest.map(ManifestRow::version).orElse(0) + 1;
        ManifestRow manifest = draft(tx.sql(), file, export, version);
        tx.sql().createUpdate(ADD).bindMethods(manifest).execute();
        events.publish(
                tx,
                file.tenant(),
                file.bookingId(),
                ComplianceChange.MANIFEST_ISSUED,
                event -> event.setManifest(new ManifestReference(manifest.reference(), manifest.sha256())));
        feed.publish(tx, export, manifest);
        return manifest;
    }

    private static boolean holdsFor(ManifestRow manifest, CaseFile file) {
        return manifest.driverId().equals(file.driverId())
                && manifest.vehiclePlate().equals(file.vehiclePlate());
    }

    private static Optional<ManifestRow> findLatest(Handle sql, UUID bookingId) {
        return sql.createQuery(LATEST)
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(ManifestRow.class))
                .findOne();
    }

    private ManifestRow draft(Handle sql, CaseFile file, ExportFile export, int version) {
        OffsetDateTime now =
                sql.createQuery("select now()").mapTo(OffsetDateTime.class).one();
        String reference = version == 1 ? file.trackingCode() : file.trackingCode() + "-" + version;
        String plate = Objects.requireNonNull(file.vehiclePlate());
        String xml = AwmdsXml.write(new ManifestContent(
                reference,
                file.trackingCode(),
                offices.getCode(export.borderPost()),
                seller.tin(),
                seller.name(),
                // The booking carries no name of its sender.
                "Sender " + file.senderId(),
                plate,
                places.get(export.originCountry(), export.originDistrict(), export.originLabel()),
                places.get(export.destinationCountry(), null, export.destinationLabel()),
                file.totalRwf(),
                export,
                now.toInstant()));
        return new ManifestRow(
                file.bookingId(),
                version,
                file.tenant(),
                reference,
                Objects.requireNonNull(file.driverId()),
                plate,
                xml,
                sha256(xml),
                now.toInstant());
    }

    private static String sha256(String xml) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(xml.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
