package rw.ishemalink.identity.people.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.people.PersonSessions;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Logins of a person, for administrators. */
@Path("/api/auth/people/{personId}/sessions")
@Tag(name = "people")
@RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class PersonSessionsResource {

    private final PersonSessions sessions;
    private final Caller caller;

    PersonSessionsResource(PersonSessions sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @DELETE
    @Operation(summary = "End every login of a person")
    @APIResponse(responseCode = "204", description = "Ended; access tokens are refused within seconds")
    @APIResponse(responseCode = "404", description = "No such person, or one of another tenant")
    public void end(@PathParam("personId") UUID personId) {
        sessions.end(caller, personId);
    }
}
