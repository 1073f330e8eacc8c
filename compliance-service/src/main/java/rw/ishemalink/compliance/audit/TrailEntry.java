package rw.ishemalink.compliance.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the trail keeps of an event: who, what, when, about which booking, by ids. The hash stands for the rest.
 *
 * @param type topic and change: {@code booking.events/PAID}
 * @param eventSequence of the event among those of its key; null where the topic counts none
 * @param keyId the record's key
 * @param subjectId the person whose matter it is
 * @param actorId the person who did it; null when no person did
 * @param actorRole the role that allowed it; SYSTEM when no person did
 * @param reason a code, or words of the system; never words of a person
 * @param kafkaPartition where the event stood; null for entries from before the chain
 * @param eventSha256 SHA-256 of the event's bytes as they stood on the topic, 64 hexadecimal digits; null as above
 */
public record TrailEntry(
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
        @Nullable String fromStatus,
        @Nullable String toStatus,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable UUID causationId,
        @Nullable Integer kafkaPartition,
        @Nullable Long kafkaOffset,
        @Nullable String eventSha256) {

    /** The actor of what no person did. */
    public static final String SYSTEM = "SYSTEM";
}
