package rw.ishemalink.compliance.mds;

import java.util.UUID;

/**
 * A vehicle that carries passengers.
 *
 * @param kind MOTORCYCLE or CAR
 */
public record RideVehicle(UUID vehicleId, String plate, String kind) {}
