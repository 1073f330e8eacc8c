package rw.ishemalink.tracking.share;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.trip.Trip;

/**
 * A link to one trip.
 *
 * @param madeBy the person who made it
 * @param revokedAt null unless it was
 * @param openedAt when it was last noted that somebody looked through it; null: never
 */
public record ShareLink(
        UUID linkId,
        UUID bookingId,
        UUID madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant openedAt) {

    /** Why nothing is seen through a link, or that it is open. */
    public enum State {
        OPEN,
        EXPIRED,
        REVOKED,
        TRIP_OVER
    }

    /**
     * What holds of it.
     *
     * @param afterTheEnd how long it outlives the trip
     */
    public State state(Trip trip, Instant now, Duration afterTheEnd) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        Instant endedAt = trip.endedAt();
        return endedAt != null && !now.isBefore(endedAt.plus(afterTheEnd)) ? State.TRIP_OVER : State.OPEN;
    }
}
