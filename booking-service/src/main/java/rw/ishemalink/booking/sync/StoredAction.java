package rw.ishemalink.booking.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as the queue shows it to its owner.
 *
 * @param place in the order of arrival, with gaps; says nothing but who was first
 * @param result null until it was tried
 */
public record StoredAction(
        UUID syncId,
        String fingerprint,
        SyncState state,
        @Nullable ActionResult result,
        long place,
        Instant clientTime,
        Instant receivedAt) {}
