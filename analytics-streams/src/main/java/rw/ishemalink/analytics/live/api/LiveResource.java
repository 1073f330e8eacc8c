package rw.ishemalink.analytics.live.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.live.LiveDesk;
import rw.ishemalink.analytics.live.LiveQuestion;
import rw.ishemalink.analytics.query.api.Whose;
import rw.ishemalink.analytics.report.Panel;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.kit.problem.ProblemException;

/** Figures of today as they change, as server-sent events. */
@Path("/api/analytics/live")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
public class LiveResource {

    private final LiveDesk desk;
    private final RevokedTokens revoked;
    private final SecurityIdentity identity;
    private final Caller caller;

    LiveResource(LiveDesk desk, RevokedTokens revoked, SecurityIdentity identity, Caller caller) {
        this.desk = desk;
        this.revoked = revoked;
        this.identity = identity;
        this.caller = caller;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Figures of today as they change, as server-sent events",
            description =
                    "show is a list of revenue, payments, routes, commodities, drivers and compliance; all without it. Each"
                            + " event is the whole state as JSON: id, day, tenant, asOf, lagMillis, complete and, by panel, rows"
                            + " and totals. The first comes at once, then one whenever something has changed, at most two a"
                            + " second; who comes back has missed nothing, for every state is whole, and who names the"
                            + " present one in Last-Event-ID is not sent it again. A comment is a sign of life. It ends with"
                            + " the token.")
    @APIResponse(responseCode = "400", description = "There is no such panel")
    @APIResponse(
            responseCode = "403",
            description = "Another tenant's figures, or everybody's, or an operator's dispatcher")
    @APIResponse(responseCode = "429", description = "You watch too often at the same time")
    @APIResponse(responseCode = "503", description = "Too many watch; come again later")
    public Multi<OutboundSseEvent> stream(
            @RestQuery @Nullable String show,
            @RestQuery @Nullable String tenant,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            Sse sse) {
        List<Panel> panels = LiveQuestion.findPanels(show)
                .orElseThrow(() -> ProblemException.badRequest("no-such-panel", String.join(", ", Panel.listPaths())));
        LiveQuestion question = new LiveQuestion(Whose.of(caller, tenant), panels);
        return new LiveStream(desk, question, token(), sse, lastEventId).events();
    }

    private LiveToken token() {
        if (identity.getPrincipal() instanceof JWTCallerPrincipal token) {
            return new LiveToken(caller.personId(), token, revoked);
        }
        throw ProblemException.forbidden("not-allowed");
    }
}
