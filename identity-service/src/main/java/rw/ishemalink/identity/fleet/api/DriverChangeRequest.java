package rw.ishemalink.identity.fleet.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.DriverDetails;
import rw.ishemalink.identity.fleet.StatusOrder;

/**
 * A driver described anew, as a whole; phone and operator stay.
 *
 * @param status SUSPENDED, or ACTIVE to have the papers checked again; without it as it is
 */
public record DriverChangeRequest(
        @NotBlank @Size(max = 120) String name,
        @NotNull @Pattern(regexp = "[A-Za-z0-9/ -]{4,30}") String licenceNumber,
        @NotEmpty @Size(max = 9) List<@NotBlank @Size(max = 5) String> licenceCategories,
        @NotNull LocalDate licenceValidUntil,
        @Nullable StatusOrder status,
        @NotNull @Valid VehicleRequest vehicle) {

    DriverDetails toDetails() {
        return new DriverDetails(
                name.strip(),
                LicenceInput.read(licenceNumber, licenceCategories, licenceValidUntil),
                vehicle.toDetails());
    }

    /** Never the name: this text could reach logs. */
    @Override
    public String toString() {
        return "DriverChangeRequest[" + status + "]";
    }
}
