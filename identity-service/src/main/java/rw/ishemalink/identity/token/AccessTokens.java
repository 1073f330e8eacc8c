package rw.ishemalink.identity.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/**
 * Signs access tokens: JWT, ES256 (RFC 7518 § 3.4). Issuer and audience are the ones that every service verifies.
 */
@Singleton
public class AccessTokens {

    private final SigningKeys keys;
    private final String issuer;
    private final Set<String> audience;
    private final Duration lifetime;

    AccessTokens(
            SigningKeys keys,
            IdentityConfig config,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audience) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.lifetime = config.tokens().accessLifetime();
    }

    /** A token for this person, valid from now for {@link #lifetime()}. */
    String sign(TokenSubject subject) {
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .subject(subject.personId().toString())
                .groups(subject.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .claim("jti", TimeOrderedId.next().toString())
                .claim("tenant", subject.tenant())
                .claim("phone_number", subject.phone())
                .claim("locale", subject.language())
                .expiresIn(lifetime);
        subject.email().ifPresent(email -> claims.claim("email", email));
        subject.operatorId().ifPresent(operator -> claims.claim("operator", operator.toString()));
        SigningKey key = keys.active();
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.kid()).sign(key.privateKey());
    }

    Duration lifetime() {
        return lifetime;
    }

    /** The {@code iss} of every token: the address of the gateway. */
    public String issuer() {
        return issuer;
    }
}
