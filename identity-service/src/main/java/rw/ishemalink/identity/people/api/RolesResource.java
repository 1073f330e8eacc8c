package rw.ishemalink.identity.people.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.people.Roles;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Roles of a person; a change ends the person's logins. */
@Path("/api/auth/people/{personId}/roles/{role}")
@Tag(name = "people")
@RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class RolesResource {

    private final Roles roles;
    private final Caller caller;

    RolesResource(Roles roles, Caller caller) {
        this.roles = roles;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Make somebody an AGENT",
            description = "Roles with power over others come by /api/auth/invitations, DRIVER from /api/fleet/drivers,"
                    + " SENDER and EXPORTER whoever wants takes at /api/auth/me/roles.")
    public RolesView grant(@PathParam("personId") UUID personId, @PathParam("role") Role role) {
        return RolesView.of(roles.grant(caller, personId, role));
    }

    @DELETE
    @Operation(summary = "Revoke a role")
    public RolesView revoke(@PathParam("personId") UUID personId, @PathParam("role") Role role) {
        return RolesView.of(roles.revoke(caller, personId, role));
    }
}
