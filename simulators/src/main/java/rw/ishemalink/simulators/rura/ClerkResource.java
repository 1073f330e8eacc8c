package rw.ishemalink.simulators.rura;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;

/** The clerk's side: stores entries under the same paths, needs X-Clerk-Key, knows no ordered faults. */
@Path("/rura/v1")
@Tag(name = "RURA register")
public class ClerkResource {

    private final Register register;
    private final RuraConfig config;

    public ClerkResource(Register register, RuraConfig config) {
        this.register = register;
        this.config = config;
    }

    @PUT
    @Path("/authorisations/drivers/{drivingLicenceNumber}")
    @Operation(summary = "Store the authorisation of a driver")
    public RegisterEntry driver(
            @RestHeader("X-Clerk-Key") @Nullable String clerkKey,
            @RestPath String drivingLicenceNumber,
            @Nullable RegisterEntry body) {
        return store(clerkKey, RegisterEntry.Kind.DRIVER_AUTHORISATION, drivingLicenceNumber, body);
    }

    @PUT
    @Path("/authorisations/vehicles/{plate}")
    @Operation(summary = "Store the authorisation of a vehicle")
    public RegisterEntry vehicle(
            @RestHeader("X-Clerk-Key") @Nullable String clerkKey,
            @RestPath String plate,
            @Nullable RegisterEntry body) {
        return store(clerkKey, RegisterEntry.Kind.VEHICLE_AUTHORISATION, plate, body);
    }

    @PUT
    @Path("/licences/operators/{tin}")
    @Operation(summary = "Store the licence of an operator")
    public RegisterEntry operator(
            @RestHeader("X-Clerk-Key") @Nullable String clerkKey, @RestPath String tin, @Nullable RegisterEntry body) {
        return store(clerkKey, RegisterEntry.Kind.OPERATOR_LICENCE, tin, body);
    }

    @PUT
    @Path("/inspections/vehicles/{plate}")
    @Operation(summary = "Store the technical inspection of a vehicle")
    public RegisterEntry inspection(
            @RestHeader("X-Clerk-Key") @Nullable String clerkKey,
            @RestPath String plate,
            @Nullable RegisterEntry body) {
        return store(clerkKey, RegisterEntry.Kind.VEHICLE_INSPECTION, plate, body);
    }

    @PUT
    @Path("/licences/drivers/{drivingLicenceNumber}")
    @Operation(summary = "Store a driving licence with its categories")
    public RegisterEntry drivingLicence(
            @RestHeader("X-Clerk-Key") @Nullable String clerkKey,
            @RestPath String drivingLicenceNumber,
            @Nullable RegisterEntry body) {
        return store(clerkKey, RegisterEntry.Kind.DRIVING_LICENCE, drivingLicenceNumber, body);
    }

    @PUT
    @Path("/insurances/vehicles/{plate}")
    @Operation(summary = "Store the insurance of a vehicle")
    public RegisterEntry insurance(
            @RestHeader("X-Clerk-Key") @Nullable String clerkKey,
            @RestPath String plate,
            @Nullable RegisterEntry body) {
        return store(clerkKey, RegisterEntry.Kind.INSURANCE, plate, body);
    }

    private RegisterEntry store(
            @Nullable String clerkKey, RegisterEntry.Kind kind, String subject, @Nullable RegisterEntry body) {
        if (!config.clerkKey().equals(clerkKey)) {
            throw Problem.refusal(401, "header X-Clerk-Key is missing or wrong");
        }
        RegisterEntry entry = Problem.required(body);
        List<String> mistakes = entry.mistakes(kind);
        if (!mistakes.isEmpty()) {
            throw Problem.refusal(400, String.join("; ", mistakes));
        }
        RegisterEntry stored = entry.withKind(kind);
        register.store(kind, subject, stored);
        return stored;
    }
}
