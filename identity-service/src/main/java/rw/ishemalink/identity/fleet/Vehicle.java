package rw.ishemalink.identity.fleet;

import java.util.UUID;

/** A vehicle; the plate is what makes it the same one within a tenant. */
public record Vehicle(UUID vehicleId, VehicleDetails details) {}
