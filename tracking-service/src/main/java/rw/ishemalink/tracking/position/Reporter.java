package rw.ishemalink.tracking.position;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may report, and for what.
 *
 * @param driverId who drives (person id)
 * @param deviceId the registered device; null: the driver's app, known by its login
 */
public record Reporter(
        String tenant,
        UUID driverId,
        UUID vehicleId,
        @Nullable UUID deviceId) {}
