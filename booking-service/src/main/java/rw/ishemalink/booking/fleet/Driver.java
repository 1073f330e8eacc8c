package rw.ishemalink.booking.fleet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Assignment;

/**
 * A driver as far as bookings need to know.
 *
 * @param active whether work may be offered
 * @param operatorId who runs the fleet; null for an independent driver
 * @param sequence of the driver's newest change that was heard
 */
public record Driver(
        UUID driverId,
        String tenant,
        boolean active,
        UUID vehicleId,
        String vehiclePlate,
        @Nullable UUID operatorId,
        long sequence) {

    /** Asks for this driver with the vehicle they drive now. */
    public Assignment ask() {
        return Assignment.asked(driverId, vehicleId, vehiclePlate, operatorId);
    }
}
