package rw.ishemalink.booking.desk.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Change;

/**
 * One row of a booking's history.
 *
 * @param sequence the booking's version after the change
 * @param from null for the first
 * @param actorId null when the platform acted
 * @param actorRole the role that allowed it, or SYSTEM
 * @param reason in words, where one was given
 */
public record Transition(
        long sequence,
        Change change,
        @Nullable BookingStatus from,
        BookingStatus to,
        @Nullable UUID actorId,
        String actorRole,
        @Nullable String reason,
        Instant occurredAt) {}
