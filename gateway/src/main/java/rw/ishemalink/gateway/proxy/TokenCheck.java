package rw.ishemalink.gateway.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Checks the bearer token at the door; the service behind checks it again. A verified token is remembered for a while. */
@ApplicationScoped
class TokenCheck {

    private static final String BEARER = "Bearer ";
    private static final int REMEMBERED = 20_000;

    private final JWTParser parser;
    private final Vertx vertx;
    private final Cache<String, Instant> expiries = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    TokenCheck(JWTParser parser, Vertx vertx) {
        this.parser = parser;
        this.vertx = vertx;
    }

    /** Whether the request carries a token that is valid now. */
    Future<Boolean> hasValidToken(HttpServerRequest request) {
        return findToken(request).map(this::isValid).orElse(Future.succeededFuture(false));
    }

    private Future<Boolean> isValid(String token) {
        Instant expiry = expiries.getIfPresent(token);
        return expiry == null
                ? vertx.executeBlocking(() -> verify(token), false)
                : Future.succeededFuture(Instant.now().isBefore(expiry));
    }

    private boolean verify(String token) {
        try {
            long expiry = parser.parse(token).getExpirationTime();
            expiries.put(token, Instant.ofEpochSecond(expiry));
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    /** From the header; for WebSockets, whose browsers cannot set one, from the {@code access_token} parameter. */
    private static Optional<String> findToken(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return header.startsWith(BEARER) ? Optional.of(header.substring(BEARER.length())) : Optional.empty();
        }
        return Optional.ofNullable(request.getParam("access_token"));
    }
}
