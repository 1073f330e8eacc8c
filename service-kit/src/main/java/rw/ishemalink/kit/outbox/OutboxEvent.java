package rw.ishemalink.kit.outbox;

import java.time.Instant;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.schemas.EventMetadata;

/**
 * What the headers tell of an event. Internal contracts carry {@code metadata} and {@code change}; the flat government
 * feeds carry {@code eventId} and {@code tenant} themselves.
 *
 * @param kind the change, as a suffix of the CloudEvents type: {@code .CONFIRMED}; empty for a feed
 */
record OutboxEvent(UUID eventId, String tenant, Instant occurredAt, String kind) {

    static OutboxEvent of(SpecificRecord event) {
        GenericRecord fields = (GenericRecord) event;
        if (fields.hasField("metadata")) {
            EventMetadata metadata = (EventMetadata) fields.get("metadata");
            String kind = fields.hasField("change") ? "." + fields.get("change") : "";
            return new OutboxEvent(metadata.getEventId(), metadata.getTenant(), metadata.getOccurredAt(), kind);
        }
        return new OutboxEvent((UUID) fields.get("eventId"), (String) fields.get("tenant"), Instant.now(), "");
    }
}
