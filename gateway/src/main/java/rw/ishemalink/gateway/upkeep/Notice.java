package rw.ishemalink.gateway.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something is in maintenance.
 *
 * @param scope a service, or {@link #SUITE}
 * @param reason for the staff, in the words of who began it
 * @param endsAt when it ends by itself, if it does
 * @param begunBy who began it; empty: the door itself
 */
public record Notice(String scope, String reason, Optional<Instant> endsAt, Optional<UUID> begunBy, Instant begunAt) {

    /** The whole suite. */
    public static final String SUITE = "*";

    private static final Duration USUAL = Duration.ofMinutes(2);

    /** Begun by the door itself, a service should soon be back. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Whether it still counts. */
    public boolean isInForce(Instant now) {
        return endsAt.map(now::isBefore).orElse(true);
    }

    /** After so many seconds it is worth another try. */
    public long retryAfterSeconds(Instant now) {
        Duration wait = endsAt.map(end -> Duration.between(now, end)).orElse(begunBy.isPresent() ? USUAL : SOON);
        return Math.max(1, wait.toSeconds());
    }
}
