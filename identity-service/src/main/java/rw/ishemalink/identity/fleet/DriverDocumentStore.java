package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Drivers' papers in the database: of each kind the last that was handed in. */
@Singleton
class DriverDocumentStore {

    private final DriverDocumentSeal seal;

    DriverDocumentStore(DriverDocumentSeal seal) {
        this.seal = seal;
    }

    private record Held(UUID driverId, DriverDocument document) {}

    /** The papers of those drivers, each driver's by kind; no entry for who has none. */
    Map<UUID, List<DriverDocument>> list(Handle sql, List<UUID> driverIds) {
        return sql
                .createQuery("select * from driver_document where driver_id = any(:ids) order by driver_id, kind")
                .bindArray("ids", UUID.class, driverIds)
                .map((row, _) -> held(row))
                .stream()
                .collect(Collectors.groupingBy(
                        Held::driverId, Collectors.mapping(Held::document, Collectors.toUnmodifiableList())));
    }

    /** These are the driver's papers from now on, and no others. */
    void replace(Handle sql, String tenant, UUID driverId, List<DriverDocument> documents) {
        erase(sql, tenant, driverId);
        if (documents.isEmpty()) {
            return;
        }
        PreparedBatch batch = sql.prepareBatch("""
                insert into driver_document (document_id, driver_id, tenant, kind, number, valid_until, sha256, reference)
                values (:documentId, :driverId, :tenant, :kind, :number, :validUntil, :sha256, :reference)""");
        for (DriverDocument document : documents) {
            UUID documentId = TimeOrderedId.next();
            batch.bind("documentId", documentId)
                    .bind("driverId", driverId)
                    .bind("tenant", tenant)
                    .bind("kind", document.kind().name())
                    .bind("number", seal.number(documentId, document))
                    .bind("validUntil", document.validUntil())
                    .bind("sha256", document.sha256())
                    .bind("reference", seal.reference(documentId, document))
                    .add();
        }
        batch.execute();
    }

    /** The driver has none any more. */
    void erase(Handle sql, String tenant, UUID driverId) {
        sql.createUpdate("delete from driver_document where tenant = :tenant and driver_id = :driverId")
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .execute();
    }

    private Held held(ResultSet row) throws SQLException {
        UUID documentId = row.getObject("document_id", UUID.class);
        return new Held(
                row.getObject("driver_id", UUID.class),
                new DriverDocument(
                        DriverDocumentKind.valueOf(row.getString("kind")),
                        seal.openNumber(documentId, row),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        row.getString("sha256"),
                        seal.openReference(documentId, row)));
    }
}
