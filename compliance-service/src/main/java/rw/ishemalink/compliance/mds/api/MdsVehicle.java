package rw.ishemalink.compliance.mds.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import rw.ishemalink.compliance.mds.RideVehicle;

/**
 * A vehicle (MDS 2.0, vehicles). The device is the vehicle: a driver's phone comes and goes.
 *
 * @param vehicleId its plate, as it can be seen
 * @param propulsionTypes combustion: nobody tells us otherwise
 */
@JsonNaming(SnakeCaseStrategy.class)
record MdsVehicle(
        UUID deviceId,
        UUID providerId,
        String vehicleId,
        String vehicleType,
        Attributes vehicleAttributes,
        List<String> propulsionTypes,
        List<String> accessibilityAttributes) {

    /** What more is known (mode passenger-services). */
    @JsonNaming(SnakeCaseStrategy.class)
    record Attributes(String licensePlate) {}

    static MdsVehicle of(UUID providerId, RideVehicle vehicle) {
        return new MdsVehicle(
                vehicle.vehicleId(),
                providerId,
                vehicle.plate(),
                vehicle.kind().toLowerCase(Locale.ROOT),
                new Attributes(vehicle.plate()),
                List.of("combustion"),
                List.of());
    }
}
