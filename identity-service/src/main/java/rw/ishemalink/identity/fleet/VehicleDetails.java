package rw.ishemalink.identity.fleet;

/**
 * A vehicle as it is described.
 *
 * @param capacityKg what it may carry, whole kilograms; 0 for passengers only
 */
public record VehicleDetails(Plate plate, VehicleKind kind, long capacityKg) {}
