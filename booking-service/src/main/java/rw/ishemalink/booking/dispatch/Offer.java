package rw.ishemalink.booking.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking offered to a driver.
 *
 * @param distanceMetres great circle from the driver to the pick-up
 * @param live whether it can be accepted now, by the database's clock
 * @param answeredAt when it ended; null while it is open
 */
public record Offer(
        UUID bookingId,
        UUID driverId,
        UUID vehicleId,
        int batch,
        long distanceMetres,
        Instant offeredAt,
        Instant expiresAt,
        OfferState state,
        boolean live,
        @Nullable Instant answeredAt) {}
