package rw.ishemalink.compliance.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.TrailEntry;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.kit.outbox.Columns;

/** The columns that queue and trail have in common. */
final class TrailColumns {

    /** As a select lists them; the hash comes as text. */
    static final String ENTRY = """
            tenant, event_id, topic, type, occurred_at, event_sequence, key_id, booking_id, subject_id, actor_id,
            actor_role, driver_id, vehicle_id, from_status, to_status, reason, correlation_id, causation_id,
            kafka_partition, kafka_offset, encode(event_sha256, 'hex') as event_sha256""";

    static final String SEALED = "sequence, encode(hash, 'hex') as hash, sealed_at, " + ENTRY;

    private TrailColumns() {}

    /** Adds the columns of an entry. */
    static <R> Columns<R> of(Columns<R> columns, Function<R, TrailEntry> entry) {
        return columns.with("tenant", "text", row -> entry.apply(row).tenant())
                .with("event_id", "uuid", row -> entry.apply(row).eventId())
                .with("topic", "text", row -> entry.apply(row).topic())
                .with("type", "text", row -> entry.apply(row).type())
                .with("occurred_at", "timestamptz", row -> entry.apply(row).occurredAt())
                .with("event_sequence", "bigint", row -> entry.apply(row).eventSequence())
                .with("key_id", "uuid", row -> entry.apply(row).keyId())
                .with("booking_id", "uuid", row -> entry.apply(row).bookingId())
                .with("subject_id", "uuid", row -> entry.apply(row).subjectId())
                .with("actor_id", "uuid", row -> entry.apply(row).actorId())
                .with("actor_role", "text", row -> entry.apply(row).actorRole())
                .with("driver_id", "uuid", row -> entry.apply(row).driverId())
                .with("vehicle_id", "uuid", row -> entry.apply(row).vehicleId())
                .with("from_status", "text", row -> entry.apply(row).fromStatus())
                .with("to_status", "text", row -> entry.apply(row).toStatus())
                .with("reason", "text", row -> entry.apply(row).reason())
                .with("correlation_id", "text", row -> entry.apply(row).correlationId())
                .with("causation_id", "uuid", row -> entry.apply(row).causationId())
                .with("kafka_partition", "int", row -> entry.apply(row).kafkaPartition())
                .with("kafka_offset", "bigint", row -> entry.apply(row).kafkaOffset())
                .with("event_sha256", "text", row -> entry.apply(row).eventSha256());
    }

    static SealedEntry sealed(ResultSet row, StatementContext context) throws SQLException {
        return new SealedEntry(seal(row, context), entry(row, context));
    }

    static Seal seal(ResultSet row, StatementContext context) throws SQLException {
        return new Seal(row.getLong("sequence"), row.getString("hash"), instant(row, "sealed_at"));
    }

    static TrailEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new TrailEntry(
                row.getString("tenant"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("type"),
                instant(row, "occurred_at"),
                row.getObject("event_sequence", Long.class),
                row.getObject("key_id", UUID.class),
                row.getObject("booking_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_role"),
                row.getObject("driver_id", UUID.class),
                row.getObject("vehicle_id", UUID.class),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getString("reason"),
                row.getString("correlation_id"),
                row.getObject("causation_id", UUID.class),
                row.getObject("kafka_partition", Integer.class),
                row.getObject("kafka_offset", Long.class),
                row.getString("event_sha256"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
