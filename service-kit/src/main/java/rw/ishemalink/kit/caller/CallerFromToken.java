package rw.ishemalink.kit.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.schemas.identity.KycLevel;

/** Reads the caller from the request's bearer token, whoever issued it. */
@Singleton
public class CallerFromToken {

    private static final Set<String> KNOWN =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

    private static final Set<String> LEVELS =
            Arrays.stream(KycLevel.values()).map(KycLevel::name).collect(Collectors.toSet());

    /** As long as a token is remembered, so is its caller. */
    private final Cache<JsonWebToken, Caller> read =
            Caffeine.newBuilder().weakKeys().build();

    private final String tenantClaim;
    private final Optional<String> defaultTenant;

    /**
     * Reads tokens of an issuer.
     *
     * @param tenantClaim where the issuer names the tenant, a path for a claim inside another
     * @param defaultTenant whose the caller is if the token names none
     */
    CallerFromToken(
            @ConfigProperty(name = "ishema.caller.tenant-claim") String tenantClaim,
            @ConfigProperty(name = "ishema.caller.default-tenant") Optional<String> defaultTenant) {
        this.tenantClaim = tenantClaim;
        this.defaultTenant = defaultTenant;
    }

    /**
     * The caller; from now on log lines of the request name the tenant.
     *
     * @throws UnauthorizedException when there is no token or it lacks sub or tenant
     */
    @Produces
    @RequestScoped
    Caller caller(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Caller caller = of(token);
            Correlation.ofTenant(caller.tenant());
            return caller;
        }
        throw new UnauthorizedException("there is no token");
    }

    /**
     * The caller, where no request scope is: for sockets that are opened.
     *
     * @throws UnauthorizedException when the token lacks sub or tenant
     */
    public Caller of(JsonWebToken token) {
        return read.get(token, this::read);
    }

    private Caller read(JsonWebToken token) {
        return new TokenCaller(
                personId(token),
                findTenant(token).orElseThrow(() -> new UnauthorizedException("the token names no tenant")),
                token.getGroups().stream()
                        .filter(KNOWN::contains)
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                findText(token, "phone_number"),
                findText(token, "email"),
                findText(token, "locale").orElse("en"),
                findText(token, "operator").flatMap(CallerFromToken::findId),
                standing(token));
    }

    private Optional<String> findTenant(JsonWebToken token) {
        List<String> path = List.of(tenantClaim.split("/"));
        Object value = token.getClaim(path.getFirst());
        for (String step : path.subList(1, path.size())) {
            value = value instanceof JsonObject outer ? outer.get(step) : null;
        }
        return findText(value).or(() -> defaultTenant);
    }

    private static Optional<String> findText(@Nullable Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case JsonString text -> Optional.of(text.getString());
            case null, default -> Optional.empty();
        };
    }

    private static Standing standing(JsonWebToken token) {
        return new Standing(
                findText(token, "sid").flatMap(CallerFromToken::findId),
                findText(token, "kyc")
                        .filter(LEVELS::contains)
                        .map(KycLevel::valueOf)
                        .orElse(KycLevel.UNKNOWN),
                findText(token, "agency"),
                findText(token, "client_id"),
                Set.copyOf(List.of(findText(token, "scope")
                        .filter(scope -> !scope.isBlank())
                        .map(scope -> scope.strip().split(" +"))
                        .orElse(new String[0]))));
    }

    /** Another issuer's sessions need not be UUIDs. */
    private static Optional<UUID> findId(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UUID personId(JsonWebToken token) {
        try {
            return findText(token, Claims.sub.name())
                    .map(UUID::fromString)
                    .orElseThrow(() -> new UnauthorizedException("the token names no person"));
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedException("the token's sub is no person id", e);
        }
    }

    private static Optional<String> findText(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString);
    }
}
