package rw.ishemalink.identity.token.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.token.Sessions;
import rw.ishemalink.kit.caller.Caller;

/** One's own logins: where they are, and an end to them. */
@Path("/api/auth/sessions")
@Tag(name = "login")
@Authenticated
public class SessionsResource {

    private final Sessions sessions;
    private final Caller caller;

    SessionsResource(Sessions sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Where am I logged in")
    @APIResponse(responseCode = "200", description = "Open logins, the one that was used last first")
    public List<SessionView> list() {
        Optional<UUID> current = caller.standing().sessionId();
        return sessions.list(caller).stream()
                .map(session -> SessionView.of(session, current))
                .toList();
    }

    @DELETE
    @Path("{sessionId}")
    @Operation(summary = "End one of my logins; its access tokens are refused within seconds")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "None of mine, or over")
    public void end(@PathParam("sessionId") UUID sessionId) {
        sessions.end(caller, sessionId);
    }

    @DELETE
    @Operation(summary = "End all of my logins but this one")
    @APIResponse(responseCode = "204", description = "Ended")
    public void endOthers() {
        sessions.endOthers(caller);
    }
}
