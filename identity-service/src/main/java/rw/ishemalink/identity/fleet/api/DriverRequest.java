package rw.ishemalink.identity.fleet.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.Applicant;
import rw.ishemalink.identity.fleet.DriverDetails;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * A new driver with licence and vehicle.
 *
 * @param phone who it is
 * @param name as on the licence
 * @param language to write to a new person in; without it English
 * @param licenceCategories A, A1, B, B1, C, D, D1, E, F; with AT for automatic gear
 * @param licenceValidUntil the last day; whether the licence holds is checked at every dispatch
 * @param operatorId whose fleet; an operator's staff may leave it out, an administrator does for an independent driver
 */
public record DriverRequest(
        @NotBlank @Size(max = 20) String phone,
        @NotBlank @Size(max = 120) String name,
        @Nullable Language language,
        @NotNull @Pattern(regexp = "[A-Za-z0-9/ -]{4,30}") String licenceNumber,
        @NotEmpty @Size(max = 9) List<@NotBlank @Size(max = 5) String> licenceCategories,
        @NotNull LocalDate licenceValidUntil,
        @Nullable UUID operatorId,
        @NotNull @Valid VehicleRequest vehicle) {

    Applicant toApplicant() {
        return new Applicant(
                new Applicant.Who.ByPhone(
                        Phone.find(phone).orElseThrow(() -> ProblemException.badRequest("phone-not-valid")),
                        Objects.requireNonNullElse(language, Language.EN)),
                Optional.ofNullable(operatorId),
                new DriverDetails(
                        name.strip(),
                        LicenceInput.read(licenceNumber, licenceCategories, licenceValidUntil),
                        vehicle.toDetails()),
                List.of());
    }

    /** Never name or phone: this text could reach logs. */
    @Override
    public String toString() {
        return "DriverRequest[" + operatorId + "]";
    }
}
