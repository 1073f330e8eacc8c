package rw.ishemalink.compliance.audit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.AuditEntry;

/**
 * One event on the trail.
 *
 * @param type topic and change: {@code booking.events/PAID}
 * @param sequence of the event within its topic and booking
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditView(
        UUID eventId,
        String type,
        Instant occurredAt,
        long sequence,
        String actorRole,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                entry.eventId(),
                entry.type(),
                entry.occurredAt(),
                entry.sequence(),
                entry.actorRole(),
                entry.fromStatus(),
                entry.toStatus(),
                entry.reason());
    }
}
