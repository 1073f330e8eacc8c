package rw.ishemalink.identity.kyc.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.kyc.Identification;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** How well people are identified. */
@Path("/api/auth")
@Tag(name = "people")
public class DocumentsResource {

    private final Identification identification;
    private final Caller caller;

    DocumentsResource(Identification identification, Caller caller) {
        this.identification = identification;
        this.caller = caller;
    }

    @POST
    @Path("documents/seen")
    @RolesAllowed({Role.Names.AGENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(
            summary = "Say what stands on the document that somebody showed me",
            description = "It is compared with what the person handed in; the level becomes DOCUMENT.")
    @APIResponse(responseCode = "200", description = "It is the same")
    @APIResponse(responseCode = "403", description = "It is the caller's own")
    @APIResponse(responseCode = "409", description = "Nobody with that phone handed it in, or it is over")
    public StandingView see(@NotNull @Valid SeenRequest request) {
        Phone phone = Phone.find(request.phone()).orElseThrow(() -> ProblemException.badRequest("phone-not-valid"));
        return StandingView.of(
                identification.see(caller, phone, request.kind(), DocumentRequest.number(request.number())));
    }

    @POST
    @Path("people/{personId}/document/confirm")
    @RolesAllowed(Role.Names.PLATFORM_ADMIN)
    @Operation(summary = "Confirm a document that staff saw; the level becomes CONFIRMED")
    @APIResponse(responseCode = "200", description = "Confirmed, whether or not it was before")
    @APIResponse(responseCode = "403", description = "The caller's own, or the caller is who saw it")
    @APIResponse(responseCode = "404", description = "No such person, or no document that is valid")
    @APIResponse(responseCode = "409", description = "Nobody saw it yet")
    public StandingView confirm(@PathParam("personId") UUID personId) {
        return StandingView.of(identification.confirm(caller, personId));
    }
}
