package rw.ishemalink.booking.fleet;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Assignment;

/**
 * A driver as far as bookings need to know.
 *
 * @param active whether work may be offered; false while suspended
 * @param onDuty whether the driver wants work now
 * @param capacityKg what the vehicle may carry; 0 for passengers only
 * @param licenceCategories driving categories, e.g. A, B
 * @param licenceValidUntil last day on which the driving licence is valid
 * @param operatorId who runs the fleet; null for an independent driver
 * @param sequence of the driver's newest change that was heard
 */
public record Driver(
        UUID driverId,
        String tenant,
        boolean active,
        boolean onDuty,
        UUID vehicleId,
        String vehiclePlate,
        VehicleKind vehicleKind,
        long capacityKg,
        Set<String> licenceCategories,
        LocalDate licenceValidUntil,
        @Nullable UUID operatorId,
        long sequence) {

    public Driver {
        licenceCategories = Set.copyOf(licenceCategories);
    }

    /** Asks for this driver with the vehicle they drive now. */
    public Assignment ask() {
        return Assignment.asked(driverId, vehicleId, vehiclePlate, operatorId);
    }
}
