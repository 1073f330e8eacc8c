package rw.ishemalink.compliance.dispatch;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assignment that somebody asked for.
 *
 * @param operatorId whose fleet the driver was chosen from; null for an independent driver
 * @param toldToWait whether DISPATCH_WAITING has been published for it
 */
public record DispatchRequest(
        UUID requestId,
        UUID bookingId,
        String tenant,
        UUID driverId,
        UUID vehicleId,
        String vehiclePlate,
        @Nullable UUID operatorId,
        boolean toldToWait,
        int attempts,
        String correlationId) {

    /** Whose licences it is about. */
    Subject subject() {
        return new Subject(tenant, driverId, vehicleId, vehiclePlate, operatorId);
    }

    /** Whether the driver's record speaks of the operator that was asked for. */
    boolean namesOperatorOf(DriverRecord driver) {
        return Objects.equals(operatorId, driver.operatorId());
    }
}
