package rw.ishemalink.identity.token.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.token.KeyRotation;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** The keys that sign tokens. */
@Path("/api/auth/keys")
@Tag(name = "keys")
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class SigningKeysResource {

    private final KeyRotation rotation;
    private final Caller caller;

    SigningKeysResource(KeyRotation rotation, Caller caller) {
        this.rotation = rotation;
        this.caller = caller;
    }

    @POST
    @Path("rotate")
    @Operation(
            summary = "Sign with the next key from now on",
            description =
                    "Tokens that are out stay good. With force=true even if services may not know the next key yet:"
                            + " those refuse new tokens until they have read the published keys again.")
    @APIResponse(responseCode = "204", description = "The next key signs, and one after it is published")
    @APIResponse(responseCode = "409", description = "The next key was not published for long enough")
    public void rotate(@QueryParam("force") @DefaultValue("false") boolean force) {
        rotation.rotate(caller.personId(), force);
    }
}
