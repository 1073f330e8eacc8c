package rw.ishemalink.notification.message;

import java.time.Instant;
import java.util.UUID;
import rw.ishemalink.schemas.EventMetadata;

/**
 * What made us write.
 *
 * @param eventId the same whenever it comes again: each of its messages is written down once
 */
public record Cause(UUID eventId, String tenant, Instant at) {

    /** The event of those metadata. */
    public static Cause of(EventMetadata metadata) {
        return new Cause(metadata.getEventId(), metadata.getTenant(), metadata.getOccurredAt());
    }
}
