package rw.ishemalink.identity.fleet.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.Application;
import rw.ishemalink.identity.fleet.Applications;
import rw.ishemalink.identity.fleet.DriverFilter;
import rw.ishemalink.identity.fleet.DriverStatus;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Applications to drive: one's own, or those of the fleet that the caller runs. */
@Path("/api/fleet/applications")
@Tag(name = "fleet")
@RolesAllowed({
    Role.Names.CUSTOMER,
    Role.Names.DRIVER,
    Role.Names.OPERATOR,
    Role.Names.DISPATCHER,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN
})
public class ApplicationsResource {

    private final Applications applications;
    private final AccessLog accesses;
    private final Caller caller;

    ApplicationsResource(Applications applications, AccessLog accesses, Caller caller) {
        this.applications = applications;
        this.accesses = accesses;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Apply to drive, or for somebody of the own fleet; the papers are checked next",
            description =
                    "403 for somebody else without being staff, or into another's fleet; 404 for a person or operator"
                            + " that the caller does not know of; 409 for who drives already, and for a licence or vehicle of another.")
    public ApplicationView apply(@NotNull @Valid ApplicationRequest request) {
        return view(applications.apply(caller, request.toApplicant(caller)));
    }

    @PUT
    @Path("{driverId}")
    @Operation(
            summary = "Hand in new papers; the driver is off duty until they are checked",
            description = "The same papers change nothing, unless they had been refused: then they are checked again.")
    public ApplicationView handIn(@PathParam("driverId") UUID driverId, @NotNull @Valid PapersRequest request) {
        return view(applications.handIn(caller, driverId, request.toDetails(), request.toDocuments()));
    }

    @GET
    @Path("me")
    @Operation(summary = "One's own application, with what was said of it")
    public ApplicationView getOwn() {
        return view(applications.getOwn(caller));
    }

    @GET
    @Path("{driverId}")
    @Operation(summary = "One application")
    public ApplicationView get(@PathParam("driverId") UUID driverId) {
        ApplicationView shown = view(applications.get(caller, driverId));
        note(List.of(shown));
        return shown;
    }

    @GET
    @Operation(summary = "List applications in the order of their ids, all or those of a status")
    public List<ApplicationView> list(
            @QueryParam("status") @Nullable DriverStatus status,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        DriverFilter only = new DriverFilter(Optional.empty(), Optional.ofNullable(status));
        List<ApplicationView> listed = applications.list(caller, only, Optional.ofNullable(after), limit).stream()
                .map(this::view)
                .toList();
        note(listed);
        return listed;
    }

    private ApplicationView view(Application application) {
        return ApplicationView.of(application, Language.ofCode(caller.language()));
    }

    private void note(List<ApplicationView> shown) {
        accesses.note(
                caller,
                Seen.PROFILE,
                shown.stream()
                        .map(one -> new Sight(one.driver().driverId(), null))
                        .toList());
    }
}
