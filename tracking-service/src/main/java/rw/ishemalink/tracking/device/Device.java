package rw.ishemalink.tracking.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone app or tracker box with a key of its own.
 *
 * @param name what people call it
 * @param driverId whose it is: it reports for what that driver drives; null: the vehicle's
 * @param vehicleId what it is built into: it reports for whoever drives that; null: the driver's
 */
public record Device(
        UUID deviceId,
        String tenant,
        String name,
        @Nullable UUID driverId,
        @Nullable UUID vehicleId,
        UUID registeredBy,
        Instant registeredAt) {}
