package rw.ishemalink.compliance.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.CaseFiles;
import rw.ishemalink.compliance.casefile.ComplianceEvents;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ManifestReference;

/** Issues manifests and keeps them. One is due for an export with a cleared driver and vehicle; it holds for those two,
 * their seals and their carnet; when one of these changes, a new version is made that says what. */
@ApplicationScoped
public class Manifests {

    private static final String ADD = """
            insert into manifest (booking_id, version, tenant, reference, driver_id, vehicle_plate, xml, sha256,
                                  issued_at, reason, customs_office_code, seals, rctg_reference)
            values (:bookingId, :version, :tenant, :reference, :driverId, :vehiclePlate, :xml, :sha256, :issuedAt,
                    :reason, :customsOfficeCode, :sealNumbers, :rctgReference)""";

    private static final String OF_BOOKING =
            "select * from manifest where booking_id = :bookingId order by version desc";

    private static final String FIRST = "first";
    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

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
        if (found.kind() != BookingKind.CARGO_INTERNATIONAL) {
            return Optional.empty();
        }
        CaseFile file = files.getLocked(tx.sql(), found.bookingId());
        if (file.kind() != BookingKind.CARGO_INTERNATIONAL || !file.status().isAssigned()) {
            return Optional.empty();
        }
        return files.findExport(tx.sql(), file.bookingId()).map(export -> issue(tx, file, export));
    }

    private ManifestRow issue(Tx tx, CaseFile file, ExportFile export) {
        Optional<ManifestRow> latest = findLatest(tx.sql(), file.bookingId());
        if (latest.filter(manifest -> changes(manifest, file, export).isEmpty()).isPresent()) {
            return latest.get();
        }
        int version = latest.map(ManifestRow::version).orElse(0) + 1;
        String reason = latest.map(before -> String.join(", ", changes(before, file, export)))
                .orElse(FIRST);
        ManifestRow manifest = draft(tx.sql(), file, export, version, reason);
        tx.sql()
                .createUpdate(ADD)
                .bindMethods(manifest)
                .bindArray("sealNumbers", String.class, manifest.seals())
                .execute();
        events.publish(
                tx,
                file.tenant(),
                file.bookingId(),
                ComplianceChange.MANIFEST_ISSUED,
                event -> event.setManifest(new ManifestReference(manifest.reference(), manifest.sha256())));
        feed.publish(tx, export, manifest);
        return manifest;
    }

    /** What is no longer as the manifest says. */
    private static List<String> changes(ManifestRow manifest, CaseFile file, ExportFile export) {
        List<String> changed = new ArrayList<>();
        if (!manifest.driverId().equals(file.driverId())) {
            changed.add("driver");
        }
        if (!manifest.vehiclePlate().equals(file.vehiclePlate())) {
            changed.add("vehicle");
        }
        if (!manifest.seals().equals(export.seals())) {
            changed.add("seals");
        }
        if (!Objects.equals(manifest.rctgReference(), export.rctgReference())) {
            changed.add("carnet");
        }
        return changed;
    }

    /** Every version, the latest first. */
    public List<ManifestRow> list(Handle sql, UUID bookingId) {
        return sql.createQuery(OF_BOOKING)
                .bind("bookingId", bookingId)
                .map(Manifests::manifest)
                .list();
    }

    private Optional<ManifestRow> findLatest(Handle sql, UUID bookingId) {
        return sql.createQuery(OF_BOOKING + " limit 1")
                .bind("bookingId", bookingId)
                .map(Manifests::manifest)
                .findOne();
    }

    private static ManifestRow manifest(ResultSet row, StatementContext context) throws SQLException {
        return new ManifestRow(
                row.getObject("booking_id", UUID.class),
                row.getInt("version"),
                row.getString("tenant"),
                row.getString("reference"),
                row.getObject("driver_id", UUID.class),
                row.getString("vehicle_plate"),
                row.getString("xml"),
                row.getString("sha256"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("customs_office_code"),
                List.of((String[]) row.getArray("seals").getArray()),
                row.getString("rctg_reference"));
    }

    private ManifestRow draft(Handle sql, CaseFile file, ExportFile export, int version, String reason) {
        OffsetDateTime now =
                sql.createQuery("select now()").mapTo(OffsetDateTime.class).one();
        String reference = version == 1 ? file.trackingCode() : file.trackingCode() + "-" + version;
        String plate = Objects.requireNonNull(file.vehiclePlate());
        CustomsOffice office = offices.get(sql, export.borderPost(), LocalDate.ofInstant(now.toInstant(), KIGALI));
        String xml = AwmdsXml.write(new ManifestContent(
                reference,
                file.trackingCode(),
                office.code(),
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
                now.toInstant(),
                reason,
                office.loadedCode(),
                export.seals(),
                export.rctgReference());
    }

    private static String sha256(String xml) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(xml.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
