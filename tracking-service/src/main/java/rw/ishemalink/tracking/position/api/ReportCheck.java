package rw.ishemalink.tracking.position.api;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.CallerFromToken;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.device.DeviceKey;
import rw.ishemalink.tracking.device.Reporters;

/** Lets a socket for positions be opened with a driver's token or with a device's key as {@code ?device=}. */
@ApplicationScoped
public class ReportCheck implements HttpUpgradeCheck {

    private static final String DEVICE = "device";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final Reporters reporters;
    private final RevokedTokens revoked;
    private final CallerFromToken callers;

    ReportCheck(Reporters reporters, RevokedTokens revoked, CallerFromToken callers) {
        this.reporters = reporters;
        this.revoked = revoked;
        this.callers = callers;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(ReportingSocket.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        String key = context.httpRequest().getParam(DEVICE);
        return key == null
                ? context.securityIdentity().flatMap(identity -> open(context, identity))
                : open(context, DeviceKey.read(key));
    }

    private Uni<CheckResult> open(HttpUpgradeContext context, DeviceKey key) {
        return open(context, new ReportingClient(() -> reporters.findDevice(key), () -> false));
    }

    private Uni<CheckResult> open(HttpUpgradeContext context, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JWTCallerPrincipal token)) {
            return CheckResult.rejectUpgrade(UNAUTHORIZED);
        }
        try {
            return open(context, token, callers.of(token));
        } catch (UnauthorizedException e) {
            return CheckResult.rejectUpgrade(UNAUTHORIZED);
        }
    }

    private Uni<CheckResult> open(HttpUpgradeContext context, JWTCallerPrincipal token, Caller caller) {
        return caller.isAny(Role.DRIVER)
                ? open(
                        context,
                        new ReportingClient(
                                () -> reporters.findDriver(caller.tenant(), caller.personId()), () -> isOver(token)))
                : CheckResult.rejectUpgrade(FORBIDDEN);
    }

    private boolean isOver(JWTCallerPrincipal token) {
        return Instant.now().getEpochSecond() >= token.getExpirationTime() || revoked.isRevoked(token);
    }

    private static Uni<CheckResult> open(HttpUpgradeContext context, ReportingClient client) {
        CompletionStage<CheckResult> checked = client.reporter().get().handle((found, failure) -> {
            if (found == null) {
                return CheckResult.rejectUpgradeSync(statusOf(failure));
            }
            context.userData().put(ReportingSocket.CLIENT, client);
            context.userData().put(ReportingSocket.TURNS, new Turns());
            return CheckResult.permitUpgradeSync();
        });
        return Uni.createFrom().completionStage(checked);
    }

    private static int statusOf(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProblemException problem ? problem.status() : UNAVAILABLE;
    }
}
