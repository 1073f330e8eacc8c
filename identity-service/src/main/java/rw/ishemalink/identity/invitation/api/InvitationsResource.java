package rw.ishemalink.identity.invitation.api;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.invitation.Invitation;
import rw.ishemalink.identity.invitation.Invitations;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Invitations to roles that carry power over others: one proposes, another approves, the invited accepts. */
@Path("/api/auth/invitations")
@Tag(name = "people")
public class InvitationsResource {

    private final Invitations invitations;
    private final AccessLog accesses;
    private final Caller caller;

    InvitationsResource(Invitations invitations, AccessLog accesses, Caller caller) {
        this.invitations = invitations;
        this.accesses = accesses;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(
            summary = "Propose somebody for a role; another has to approve",
            description = "Administrators invite within their tenant, those of the platform everywhere; an operator"
                    + " invites DISPATCHERs of its own. Over after seven days.")
    @APIResponse(responseCode = "201", description = "Proposed; the invited has not been told yet")
    @APIResponse(responseCode = "403", description = "The role is above the caller, or the caller is the invited")
    @APIResponse(responseCode = "409", description = "The person has the role, or an open invitation to it")
    public InvitationView propose(@NotNull @Valid InvitationRequest request) {
        return shown(invitations.propose(caller, request.toProposal(caller.tenant())));
    }

    @GET
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Invitations that my office has to do with, newest first")
    public List<InvitationView> list(
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<Invitation> listed = invitations.list(caller, Optional.ofNullable(before), limit);
        accesses.note(
                caller,
                Seen.PROFILE,
                listed.stream().map(it -> new Sight(it.personId(), null)).toList());
        return listed.stream().map(InvitationView::of).toList();
    }

    @POST
    @Path("{invitationId}/approve")
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "The second pair of eyes: approve what somebody else proposed; the invited is told by SMS")
    @APIResponse(responseCode = "200", description = "Approved")
    @APIResponse(responseCode = "403", description = "The caller proposed it, is invited by it, or the role is above")
    @APIResponse(responseCode = "409", description = "It is no longer open")
    public InvitationView approve(@PathParam("invitationId") UUID invitationId) {
        return shown(invitations.approve(caller, invitationId));
    }

    @POST
    @Path("{invitationId}/refuse")
    @Authenticated
    @Operation(summary = "Say no: the second pair of eyes to the proposal, the invited to the invitation")
    @APIResponse(responseCode = "200", description = "Refused")
    @APIResponse(responseCode = "404", description = "There is none that the caller may know of")
    public InvitationView refuse(@PathParam("invitationId") UUID invitationId) {
        return shown(invitations.refuse(caller, invitationId));
    }

    @POST
    @Path("{invitationId}/withdraw")
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Take an open invitation back")
    public InvitationView withdraw(@PathParam("invitationId") UUID invitationId) {
        return shown(invitations.withdraw(caller, invitationId));
    }

    @POST
    @Path("{invitationId}/accept")
    @Authenticated
    @Operation(summary = "Take the role I am invited to; log in again to hold it")
    @APIResponse(responseCode = "200", description = "Accepted; all logins of the caller have ended")
    @APIResponse(responseCode = "404", description = "There is none that the caller may know of")
    @APIResponse(responseCode = "409", description = "It is not approved, over, or the caller is another operator's")
    public InvitationView accept(@PathParam("invitationId") UUID invitationId) {
        return InvitationView.of(invitations.accept(caller, invitationId));
    }

    private InvitationView shown(Invitation invitation) {
        accesses.note(caller, Seen.PROFILE, List.of(new Sight(invitation.personId(), null)));
        return InvitationView.of(invitation);
    }
}
