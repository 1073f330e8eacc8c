package rw.ishemalink.booking.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to move the booking; once cleared, who moves it.
 *
 * @param driverId person id of the driver
 * @param operatorId the driver's operator; null for an independent driver
 * @param clearanceId the compliance decision that allows the dispatch; null until there is one
 */
public record Assignment(
        UUID driverId,
        UUID vehicleId,
        String vehiclePlate,
        @Nullable UUID operatorId,
        @Nullable UUID clearanceId) {

    /** Asks for that driver and vehicle; nothing is cleared yet. */
    public static Assignment asked(UUID driverId, UUID vehicleId, String vehiclePlate, @Nullable UUID operatorId) {
        return new Assignment(driverId, vehicleId, vehiclePlate, operatorId, null);
    }

    /** Whether it is about exactly that driver with that vehicle. */
    public boolean isFor(UUID driver, UUID vehicle) {
        return driverId.equals(driver) && vehicleId.equals(vehicle);
    }

    Assignment cleared(UUID decisionId) {
        return new Assignment(driverId, vehicleId, vehiclePlate, operatorId, decisionId);
    }
}
