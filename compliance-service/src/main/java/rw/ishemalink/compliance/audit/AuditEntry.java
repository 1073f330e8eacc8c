package rw.ishemalink.compliance.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;

/**
 * One event about a booking.
 *
 * @param type topic and change: {@code booking.events/PAID}
 * @param sequence of the event within its topic and booking
 * @param actorRole the role that allowed it; SYSTEM when no person did
 * @param fromStatus before; null where the event tells of no status
 * @param toStatus after; null where the event tells of no status
 * @param reason why, without phone numbers; null where none was given
 */
public record AuditEntry(
        UUID eventId,
        String tenant,
        UUID bookingId,
        String type,
        Instant occurredAt,
        long sequence,
        String actorRole,
        @Nullable String fromStatus,
        @Nullable String toStatus,
        @Nullable String reason) {

    /** An entry about the event, by nobody yet. */
    public static AuditEntry of(EventMetadata metadata, UUID bookingId, Topics topic, Enum<?> change) {
        return new AuditEntry(
                metadata.getEventId(),
                metadata.getTenant(),
                bookingId,
                topic.topicName() + "/" + change.name(),
                metadata.getOccurredAt(),
                metadata.getSequence(),
                "SYSTEM",
                null,
                null,
                null);
    }

    /** The same, done in that role. */
    public AuditEntry by(String role) {
        return new AuditEntry(
                eventId, tenant, bookingId, type, occurredAt, sequence, role, fromStatus, toStatus, reason);
    }

    /** The same, with the statuses before and after. */
    public AuditEntry between(@Nullable String from, @Nullable String to) {
        return new AuditEntry(eventId, tenant, bookingId, type, occurredAt, sequence, actorRole, from, to, reason);
    }

    /** The same, with a reason; what looks like a phone number in it is blotted out. */
    public AuditEntry because(@Nullable String why) {
        return new AuditEntry(
                eventId,
                tenant,
                bookingId,
                type,
                occurredAt,
                sequence,
                actorRole,
                fromStatus,
                toStatus,
                why == null ? null : PhoneNumbers.blotOut(why));
    }
}
