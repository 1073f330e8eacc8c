package rw.ishemalink.identity.invitation.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.invitation.Invitations;
import rw.ishemalink.kit.caller.Caller;

/** Invitations to the caller. */
@Path("/api/auth/me/invitations")
@Tag(name = "people")
@Authenticated
public class OwnInvitationsResource {

    private final Invitations invitations;
    private final Caller caller;

    OwnInvitationsResource(Invitations invitations, Caller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Invitations that wait for my own answer")
    public List<InvitationView> list() {
        return invitations.listOwn(caller).stream().map(InvitationView::of).toList();
    }
}
