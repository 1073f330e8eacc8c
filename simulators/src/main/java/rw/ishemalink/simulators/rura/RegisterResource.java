package rw.ishemalink.simulators.rura;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** The asker's side: needs X-Api-Key; unknown is 404. */
@Path("/rura/v1")
@Tag(name = "RURA register")
@Outside(OutsideSystem.RURA)
public class RegisterResource {

    private final Register register;
    private final RuraConfig config;

    public RegisterResource(Register register, RuraConfig config) {
        this.register = register;
        this.config = config;
    }

    @GET
    @Path("/authorisations/drivers/{drivingLicenceNumber}")
    @Operation(summary = "Authorisation of a driver")
    public RegisterEntry driver(
            @RestHeader("X-Api-Key") @Nullable String apiKey, @RestPath String drivingLicenceNumber) {
        return answer(apiKey, RegisterEntry.Kind.DRIVER_AUTHORISATION, drivingLicenceNumber);
    }

    @GET
    @Path("/authorisations/vehicles/{plate}")
    @Operation(summary = "Authorisation of a vehicle")
    public RegisterEntry vehicle(@RestHeader("X-Api-Key") @Nullable String apiKey, @RestPath String plate) {
        return answer(apiKey, RegisterEntry.Kind.VEHICLE_AUTHORISATION, plate);
    }

    @GET
    @Path("/licences/operators/{tin}")
    @Operation(summary = "Licence of an operator")
    public RegisterEntry operator(@RestHeader("X-Api-Key") @Nullable String apiKey, @RestPath String tin) {
        return answer(apiKey, RegisterEntry.Kind.OPERATOR_LICENCE, tin);
    }

    @GET
    @Path("/inspections/vehicles/{plate}")
    @Operation(summary = "Technical inspection of a vehicle")
    public RegisterEntry inspection(@RestHeader("X-Api-Key") @Nullable String apiKey, @RestPath String plate) {
        return answer(apiKey, RegisterEntry.Kind.VEHICLE_INSPECTION, plate);
    }

    @GET
    @Path("/licences/drivers/{drivingLicenceNumber}")
    @Operation(summary = "Driving licence with its categories")
    public RegisterEntry drivingLicence(
            @RestHeader("X-Api-Key") @Nullable String apiKey, @RestPath String drivingLicenceNumber) {
        return answer(apiKey, RegisterEntry.Kind.DRIVING_LICENCE, drivingLicenceNumber);
    }

    @GET
    @Path("/insurances/vehicles/{plate}")
    @Operation(summary = "Insurance of a vehicle")
    public RegisterEntry insurance(@RestHeader("X-Api-Key") @Nullable String apiKey, @RestPath String plate) {
        return answer(apiKey, RegisterEntry.Kind.INSURANCE, plate);
    }

    private RegisterEntry answer(@Nullable String apiKey, RegisterEntry.Kind kind, String subject) {
        if (!config.apiKey().equals(apiKey)) {
            throw Problem.refusal(401, "header X-Api-Key is missing or wrong");
        }
        return register.find(kind, subject).orElseThrow(() -> Problem.refusal(404, "the register has no such entry"));
    }
}
