package rw.ishemalink.identity.fleet.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import rw.ishemalink.identity.fleet.Plate;
import rw.ishemalink.identity.fleet.VehicleDetails;
import rw.ishemalink.identity.fleet.VehicleKind;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * What is driven.
 *
 * @param plate e.g. RAB 123 C
 * @param capacityKg what it may carry, whole kilograms; 0 for passengers only
 */
public record VehicleRequest(
        @NotBlank @Size(max = 16) String plate,
        @NotNull VehicleKind kind,
        @Min(0) @Max(100_000) long capacityKg) {

    VehicleDetails toDetails() {
        Plate valid = Plate.find(plate).orElseThrow(() -> ProblemException.badRequest("plate-not-valid"));
        return new VehicleDetails(valid, kind, capacityKg);
    }
}
