package rw.ishemalink.identity.fleet.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.OperatorDesk;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** One operator: contact, status and staff. */
@Path("/api/fleet/operators/{operatorId}")
@Tag(name = "fleet")
@RolesAllowed({Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class OperatorDeskResource {

    private final OperatorDesk desk;
    private final AccessLog accesses;
    private final Caller caller;

    OperatorDeskResource(OperatorDesk desk, AccessLog accesses, Caller caller) {
        this.desk = desk;
        this.accesses = accesses;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "One operator and whom to call there: administrators any of the tenant, operators their own")
    @APIResponse(responseCode = "404", description = "No such operator that the caller may know of")
    public OperatorProfileView get(@PathParam("operatorId") UUID operatorId) {
        return OperatorProfileView.of(desk.get(caller, operatorId));
    }

    @PUT
    @Path("contact")
    @Operation(summary = "Replace whom to call at the operator")
    @APIResponse(responseCode = "404", description = "No such operator that the caller may know of")
    public OperatorProfileView contact(
            @PathParam("operatorId") UUID operatorId, @NotNull @Valid OperatorContactRequest request) {
        return OperatorProfileView.of(desk.contact(caller, operatorId, request.toContact()));
    }

    @PUT
    @Path("status")
    @RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Suspend an operator, which then takes nobody on, or let it work again")
    @APIResponse(responseCode = "404", description = "No such operator in the caller's tenant")
    public OperatorProfileView set(
            @PathParam("operatorId") UUID operatorId, @NotNull @Valid OperatorStatusRequest request) {
        return OperatorProfileView.of(desk.set(caller, operatorId, request.status()));
    }

    @GET
    @Path("staff")
    @Operation(summary = "Who works for the operator, drivers included, in the order of their ids")
    @APIResponse(responseCode = "404", description = "No such operator that the caller may know of")
    public List<StaffView> listStaff(
            @PathParam("operatorId") UUID operatorId,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<Person> staff = desk.listStaff(caller, operatorId, Optional.ofNullable(after), limit);
        accesses.note(
                caller,
                Seen.PROFILE,
                staff.stream().map(it -> new Sight(it.personId(), null)).toList());
        return staff.stream().map(StaffView::of).toList();
    }
}
