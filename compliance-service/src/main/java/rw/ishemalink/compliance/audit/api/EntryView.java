package rw.ishemalink.compliance.audit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.TrailEntry;

/**
 * An entry of the trail; the fields and their order are those of the canonical text (docs/audit.md).
 *
 * @param type topic and change: {@code booking.events/PAID}
 * @param hash of the place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        long sequence,
        Instant sealedAt,
        String tenant,
        UUID eventId,
        String topic,
        String type,
        Instant occurredAt,
        @Nullable Long eventSequence,
        @Nullable UUID keyId,
        @Nullable UUID bookingId,
        @Nullable UUID subjectId,
        @Nullable UUID actorId,
        String actorRole,
        @Nullable UUID driverId,
        @Nullable UUID vehicleId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable UUID causationId,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String eventSha256,
        String hash) {

    static EntryView of(SealedEntry sealed) {
        TrailEntry entry = sealed.entry();
        return new EntryView(
                sealed.seal().sequence(),
                sealed.seal().sealedAt(),
                entry.tenant(),
                entry.eventId(),
                entry.topic(),
                entry.type(),
                entry.occurredAt(),
                entry.eventSequence(),
                entry.keyId(),
                entry.bookingId(),
                entry.subjectId(),
                entry.actorId(),
                entry.actorRole(),
                entry.driverId(),
                entry.vehicleId(),
                entry.fromStatus(),
                entry.toStatus(),
                entry.reason(),
                entry.correlationId(),
                entry.causationId(),
                entry.kafkaPartition(),
                entry.kafkaOffset(),
                entry.eventSha256(),
                sealed.seal().hash());
    }
}
