package rw.ishemalink.analytics.live.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.analytics.live.LiveQuestion;
import rw.ishemalink.analytics.query.api.Whose;
import rw.ishemalink.analytics.report.Panel;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.CallerFromToken;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** Refuses the upgrade to a WebSocket with 400 for a panel that is none, and with 403 to who may not see the figures. */
@ApplicationScoped
public class LiveCheck implements HttpUpgradeCheck {

    /** What the connection watches. */
    static final UserData.TypedKey<LiveQuestion> QUESTION = new UserData.TypedKey<>("question");

    /** By which token. */
    static final UserData.TypedKey<LiveToken> TOKEN = new UserData.TypedKey<>("token");

    /** The state that the client has already. */
    static final UserData.TypedKey<String> SEEN = new UserData.TypedKey<>("seen");

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final CallerFromToken callers;
    private final RevokedTokens revoked;

    LiveCheck(CallerFromToken callers, RevokedTokens revoked) {
        this.callers = callers;
        this.revoked = revoked;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return LiveSocket.ID.equals(endpointId);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(identity -> check(context, identity));
    }

    private CheckResult check(HttpUpgradeContext context, SecurityIdentity identity) {
        Optional<List<Panel>> panels =
                LiveQuestion.findPanels(context.httpRequest().getParam("show"));
        if (panels.isEmpty()) {
            return CheckResult.rejectUpgradeSync(BAD_REQUEST);
        }
        if (!(identity.getPrincipal() instanceof JWTCallerPrincipal token)) {
            return CheckResult.rejectUpgradeSync(FORBIDDEN);
        }
        Caller caller = callers.of(token);
        try {
            context.userData().put(QUESTION, new LiveQuestion(whose(caller, context), panels.get()));
        } catch (ProblemException e) {
            return CheckResult.rejectUpgradeSync(e.status());
        }
        context.userData().put(TOKEN, new LiveToken(caller.personId(), token, revoked));
        Optional.ofNullable(context.httpRequest().getParam("lastEventId"))
                .ifPresent(seen -> context.userData().put(SEEN, seen));
        return CheckResult.permitUpgradeSync();
    }

    private static Optional<String> whose(Caller caller, HttpUpgradeContext context) {
        if (!caller.isAny(Role.GOVERNMENT, Role.AUDITOR, Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN)) {
            throw ProblemException.forbidden("not-allowed");
        }
        return Whose.of(caller, context.httpRequest().getParam("tenant"));
    }
}
