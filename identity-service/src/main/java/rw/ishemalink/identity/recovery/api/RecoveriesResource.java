package rw.ishemalink.identity.recovery.api;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import rw.ishemalink.identity.recovery.Recoveries;
import rw.ishemalink.identity.recovery.WaitingRecovery;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** The way back to an account whose SIM is lost. */
@Path("/api/auth/recoveries")
@Tag(name = "recovery")
public class RecoveriesResource {

    private static final int PAGE = 100;

    private final Recoveries recoveries;
    private final AccessLog accesses;
    private final Caller caller;

    RecoveriesResource(Recoveries recoveries, AccessLog accesses, Caller caller) {
        this.recoveries = recoveries;
        this.accesses = accesses;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @PermitAll
    @Operation(
            summary = "My SIM is lost: move my account to a new phone",
            description =
                    "The account's document must have been seen by staff before. The old phone is told at once and"
                            + " may refuse for a day; staff has to see me. The new phone must not be an account's yet.")
    @APIResponse(responseCode = "202", description = "Taken; whether anything begins does not show")
    @APIResponse(responseCode = "400", description = "A phone or the number is none")
    public void ask(@NotNull @Valid RecoveryRequest request) {
        recoveries.ask(request.toLostPhone());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Recoveries that wait, oldest first, a hundred at most")
    public List<RecoveryView> list() {
        List<WaitingRecovery> waiting = recoveries.listOpen(caller, PAGE);
        accesses.note(
                caller,
                Seen.PROFILE,
                waiting.stream()
                        .map(it -> new Sight(it.person().personId(), null))
                        .toList());
        return waiting.stream().map(RecoveryView::of).toList();
    }

    @POST
    @Path("{recoveryId}/approve")
    @RolesAllowed({Role.Names.AGENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "I saw the person, and this number on their document; the phone moves once the wait is over")
    @APIResponse(responseCode = "200", description = "Approved, whether or not it was before")
    @APIResponse(responseCode = "403", description = "The caller's own, or the account is above the caller")
    @APIResponse(responseCode = "404", description = "There is none that is open and the caller may know of")
    @APIResponse(responseCode = "409", description = "The number differs, or the new phone is another account's")
    public RecoveryView approve(@PathParam("recoveryId") UUID recoveryId, @NotNull @Valid ShownDocument document) {
        return RecoveryView.of(
                recoveries.approve(caller, recoveryId, RecoveryRequest.number(document.documentNumber())));
    }

    @POST
    @Path("{recoveryId}/refuse")
    @Authenticated
    @Operation(summary = "That was not me, or staff says no: nothing moves")
    @APIResponse(responseCode = "204", description = "Refused")
    @APIResponse(responseCode = "404", description = "There is none that is open and the caller may know of")
    public void refuse(@PathParam("recoveryId") UUID recoveryId) {
        recoveries.refuse(caller, recoveryId);
    }
}
