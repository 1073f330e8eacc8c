package rw.ishemalink.booking.saga;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a booking hangs.
 *
 * @param deadline when it counts as stuck; null if never
 * @param attempts what failed in this step so far
 * @param lastError the latest failure of this step, in words; null if none
 */
public record Progress(
        Step step,
        @Nullable Instant deadline,
        int attempts,
        @Nullable String lastError) {}
