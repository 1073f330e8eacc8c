package rw.ishemalink.booking.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A driver who was considered for a booking and not asked.
 *
 * @param batch for which batch of offers, from 1
 * @param distanceMetres great circle to the pick-up; null where nobody knew it
 */
public record Consideration(
        UUID driverId,
        UUID vehicleId,
        int batch,
        Gate gate,
        @Nullable Long distanceMetres,
        Instant at) {}
