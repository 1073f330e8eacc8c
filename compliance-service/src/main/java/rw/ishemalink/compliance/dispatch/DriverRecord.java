package rw.ishemalink.compliance.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A driver as fleet.events told it last.
 *
 * @param licenceValidUntil last day on which the driving licence is valid
 * @param active whether the fleet lets the driver work
 * @param vehiclePlate null while no event since this was kept has told it
 * @param operatorId null for an independent driver
 * @param operatorTin null for an independent driver
 * @param sequence of the event
 */
public record DriverRecord(
        UUID driverId,
        String tenant,
        String licenceNumber,
        List<String> licenceCategories,
        LocalDate licenceValidUntil,
        boolean active,
        UUID vehicleId,
        VehicleKind vehicleKind,
        @Nullable String vehiclePlate,
        @Nullable UUID operatorId,
        @Nullable String operatorTin,
        long sequence) {

    public DriverRecord {
        licenceCategories = List.copyOf(licenceCategories);
    }
}
