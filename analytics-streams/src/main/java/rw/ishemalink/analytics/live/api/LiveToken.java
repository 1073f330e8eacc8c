package rw.ishemalink.analytics.live.api;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.time.Instant;
import java.util.UUID;
import rw.ishemalink.kit.caller.RevokedTokens;

/** By which token somebody watches: a stream outlives its request, but never its token. */
record LiveToken(UUID personId, JWTCallerPrincipal token, RevokedTokens revoked) {

    boolean isOver() {
        return Instant.now().getEpochSecond() >= token.getExpirationTime() || revoked.isRevoked(token);
    }

    String raw() {
        return token.getRawToken();
    }
}
