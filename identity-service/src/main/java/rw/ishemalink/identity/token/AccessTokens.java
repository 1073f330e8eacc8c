package rw.ishemalink.identity.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/**
 * Signs tokens: JWT, ES256 (RFC 7518 § 3.4). Issuer and audience of those that reach the services are the ones that every
 * service verifies; a token by which a client only learns who somebody is has another audience, and no roles.
 */
@Singleton
public class AccessTokens {

    /** Where tokens lead that do not reach the services, under the issuer's address. */
    public static final String USERINFO = "/oauth2/userinfo";

    private final SigningKeys keys;
    private final String issuer;
    private final Set<String> audience;
    private final IdentityConfig.Tokens config;

    AccessTokens(
            SigningKeys keys,
            IdentityConfig config,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audience) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.config = config.tokens();
    }

    /** A token for this person, valid from now for {@link #lifetime}. */
    public String sign(TokenSubject subject, TokenUse use) {
        JwtClaimsBuilder claims = begin(subject.personId().toString())
                .audience(use.reachesServices() ? audience : Set.of(issuer + USERINFO))
                .claim("tenant", subject.tenant())
                .claim("locale", subject.language())
                .expiresIn(lifetime(use));
        use.sessionId().ifPresent(session -> claims.claim("sid", session.toString()));
        use.clientId().ifPresent(client -> claims.claim("client_id", client).claim("scope", text(use.scopes())));
        if (use.reachesServices()) {
            addStanding(claims, subject);
        }
        return sign(claims);
    }

    /** A token by which a client acts for itself. */
    public String sign(ClientSubject client) {
        JwtClaimsBuilder claims = begin(client.subjectId().toString())
                .audience(audience)
                .groups(Set.of(client.role().name()))
                .claim("tenant", client.tenant())
                .claim("locale", "en")
                .claim("client_id", client.clientId())
                .claim("scope", text(client.scopes()))
                .expiresIn(config.clientLifetime());
        client.agency().ifPresent(agency -> claims.claim("agency", agency));
        return sign(claims);
    }

    /** Signs claims of any kind with the key of now. */
    public String sign(JwtClaimsBuilder claims) {
        SigningKey key = keys.active();
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.kid()).sign(key.privateKey());
    }

    /** How long a token for that use lasts. */
    public Duration lifetime(TokenUse use) {
        if (use.clientId().isEmpty()) {
            return config.accessLifetime();
        }
        return use.scopes().contains(TokenUse.USSD) ? config.exchangedLifetime() : config.clientLifetime();
    }

    /** How long a client's own token lasts. */
    public Duration clientLifetime() {
        return config.clientLifetime();
    }

    /** The {@code iss} of every token: the address of the gateway. */
    public String issuer() {
        return issuer;
    }

    /** Who may be meant by a token that is shown to us. */
    Set<String> audiences() {
        return Stream.concat(audience.stream(), Stream.of(issuer + USERINFO)).collect(Collectors.toUnmodifiableSet());
    }

    private JwtClaimsBuilder begin(String subject) {
        return Jwt.claims()
                .issuer(issuer)
                .subject(subject)
                .claim("jti", TimeOrderedId.next().toString());
    }

    private static void addStanding(JwtClaimsBuilder claims, TokenSubject subject) {
        claims.groups(subject.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .claim("phone_number", subject.phone())
                .claim("kyc", subject.kyc().name());
        subject.email().ifPresent(email -> claims.claim("email", email));
        subject.operatorId().ifPresent(operator -> claims.claim("operator", operator.toString()));
        subject.agency().ifPresent(agency -> claims.claim("agency", agency));
    }

    private static String text(Set<String> scopes) {
        return scopes.stream().sorted().collect(Collectors.joining(" "));
    }
}
