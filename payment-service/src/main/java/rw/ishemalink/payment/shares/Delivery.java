package rw.ishemalink.payment.shares;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking reached its receiver.
 *
 * @param operatorId whom the driver drives for; null for an independent driver
 */
public record Delivery(
        UUID bookingId,
        String tenant,
        UUID driverId,
        @Nullable UUID operatorId,
        Instant deliveredAt) {}
