package rw.ishemalink.identity.people.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.people.Profiles;
import rw.ishemalink.kit.caller.Caller;

/** The caller's own profile. */
@Path("/api/auth/me")
@Tag(name = "people")
@Authenticated
public class MeResource {

    private final Profiles profiles;
    private final Caller caller;

    MeResource(Profiles profiles, Caller caller) {
        this.profiles = profiles;
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
}
