package rw.ishemalink.identity.fleet;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A time for which a driver wants work. A driver has at most one that has not ended.
 *
 * @param endsAt when it ends by itself, if nothing ends it earlier
 * @param endedAt when it ended; empty while the driver is on duty
 * @param endedBecause what ended it; present exactly with {@code endedAt}
 */
public record Shift(
        UUID shiftId, Instant startedAt, Instant endsAt, Optional<Instant> endedAt, Optional<ShiftEnd> endedBecause) {}
