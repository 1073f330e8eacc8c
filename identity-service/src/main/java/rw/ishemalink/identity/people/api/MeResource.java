package rw.ishemalink.identity.people.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.people.Profiles;
import rw.ishemalink.identity.people.Roles;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** The caller's own profile. */
@Path("/api/auth/me")
@Tag(name = "people")
@Authenticated
public class MeResource {

    private final Profiles profiles;
    private final Roles roles;
    private final Caller caller;

    MeResource(Profiles profiles, Roles roles, Caller caller) {
        this.profiles = profiles;
        this.roles = roles;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who am I, with the roles of now")
    public PersonView get() {
        return PersonView.of(profiles.get(caller));
    }

    @PUT
    @Operation(summary = "Replace my name, e-mail and language")
    public PersonView put(@NotNull @Valid ProfileRequest request) {
        return PersonView.of(profiles.change(caller, request.toProfile()));
    }

    @POST
    @Path("roles/{role}")
    @Operation(summary = "Take a role that anybody may have: SENDER or EXPORTER; the next token carries it")
    @APIResponse(responseCode = "200", description = "Taken; logins stay as they are")
    @APIResponse(responseCode = "403", description = "Nobody takes that role alone")
    public PersonView take(@PathParam("role") Role role) {
        return PersonView.of(roles.take(caller, role));
    }
}
