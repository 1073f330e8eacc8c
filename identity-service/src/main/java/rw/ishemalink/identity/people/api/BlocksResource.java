package rw.ishemalink.identity.people.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.people.Blocks;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Who is kept out. */
@Path("/api/auth/people/{personId}/block")
@Tag(name = "people")
@RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class BlocksResource {

    private final Blocks blocks;
    private final Caller caller;

    BlocksResource(Blocks blocks, Caller caller) {
        this.blocks = blocks;
        this.caller = caller;
    }

    @PUT
    @Operation(
            summary = "Block a person: every login ends, and there is no new one",
            description = "Codes are sent as ever; who shows the right one is told, nobody else.")
    @APIResponse(responseCode = "204", description = "Blocked, whether or not they were before")
    @APIResponse(responseCode = "403", description = "The caller themself, or a person above the caller")
    @APIResponse(responseCode = "404", description = "No such person in the caller's tenant")
    public void block(@PathParam("personId") UUID personId, @NotNull @Valid BlockRequest request) {
        blocks.block(caller, personId, request.reason());
    }

    @DELETE
    @Operation(summary = "Let a person in again")
    @APIResponse(responseCode = "204", description = "Not blocked, whether or not they were before")
    public void unblock(@PathParam("personId") UUID personId) {
        blocks.unblock(caller, personId);
    }
}
