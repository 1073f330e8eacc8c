package rw.ishemalink.compliance.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something on the trail that is not as it was written.
 *
 * @param sequence the place
 * @param bookingId the booking of the entry that is there; null when it is about none, or gone
 * @param at when the event occurred of which the entry tells; null when it is gone
 * @param what it is, in words
 */
public record TrailFinding(
        Kind kind,
        long sequence,
        @Nullable UUID bookingId,
        @Nullable Instant at,
        String what) {

    /** What was done to the trail. */
    public enum Kind {
        /** The entry, its place or what stands before it is not what was sealed. */
        CHANGED,
        /** Places are gone. */
        REMOVED,
        /** The trail does not end where it did. */
        END_MOVED,
        /** At the place that the caller had noted there is another hash, or nothing. */
        NOT_AS_NOTED
    }
}
