package rw.ishemalink.compliance.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is to drive what for whom.
 *
 * @param operatorId whose fleet it is; null for an independent driver
 */
public record Subject(
        String tenant,
        UUID driverId,
        UUID vehicleId,
        String vehiclePlate,
        @Nullable UUID operatorId) {}
