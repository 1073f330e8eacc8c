package rw.ishemalink.kit.caller;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller from the request's bearer token, whoever issued it. */
@RequestScoped
public class CallerFromToken {

    private static final Set<String> KNOWN =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

    private final JsonWebToken token;

    CallerFromToken(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The caller.
     *
     * @throws UnauthorizedException when there is no token or it lacks sub or tenant
     */
    @Produces
    @RequestScoped
    Caller caller() {
        return Caller.of(
                personId(),
                findText("tenant").orElseThrow(() -> new UnauthorizedException("the token names no tenant")),
                token.getGroups().stream()
                        .filter(KNOWN::contains)
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                findText("phone_number"),
                findText("email"),
                findText("locale").orElse("en"),
                findText("operator").map(UUID::fromString));
    }

    private UUID personId() {
        try {
            return findText(Claims.sub.name())
                    .map(UUID::fromString)
                    .orElseThrow(() -> new UnauthorizedException("the token names no person"));
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedException("the token's sub is no person id", e);
        }
    }

    private Optional<String> findText(String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString);
    }
}
