package rw.ishemalink.identity.fleet.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import rw.ishemalink.identity.fleet.FleetBoundary;
import rw.ishemalink.identity.fleet.Operator;
import rw.ishemalink.identity.fleet.Operators;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Operators of the caller's tenant. */
@Path("/api/fleet/operators")
@Tag(name = "fleet")
public class OperatorsResource {

    private final Operators operators;
    private final Caller caller;

    OperatorsResource(Operators operators, Caller caller) {
        this.operators = operators;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Register an operator")
    public Operator create(@NotNull @Valid OperatorRequest request) {
        return operators.create(caller.tenant(), request.name().strip(), request.tin());
    }

    @GET
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.DISPATCHER, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "List operators: administrators all, an operator's staff their own")
    public List<Operator> list() {
        return operators.list(FleetBoundary.of(caller));
    }
}
