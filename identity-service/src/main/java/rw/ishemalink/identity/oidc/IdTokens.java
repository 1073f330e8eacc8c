package rw.ishemalink.identity.oidc;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.util.Optional;
import rw.ishemalink.identity.token.AccessTokens;
import rw.ishemalink.identity.token.IssuedTokens;

/** Tells a client who logged in (OpenID Connect Core § 2). No service takes an ID token: it is meant for the client. */
@Singleton
class IdTokens {

    private final AccessTokens tokens;

    IdTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    String sign(String clientId, IssuedTokens issued, Optional<String> nonce) {
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(tokens.issuer())
                .audience(clientId)
                .subject(issued.subject().personId().toString())
                .claim("auth_time", issued.startedAt().getEpochSecond())
                .claim("sid", issued.sessionId().toString())
                .claim("at_hash", Hashes.leftHalf(issued.accessToken()))
                .expiresIn(tokens.clientLifetime());
        nonce.ifPresent(it -> claims.claim("nonce", it));
        ScopedClaims.of(issued.subject(), issued.scopes()).forEach((name, value) -> {
            if (!name.equals("tenant")) {
                claims.claim(name, value);
            }
        });
        return tokens.sign(claims);
    }
}
