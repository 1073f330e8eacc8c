package rw.ishemalink.gateway.proxy;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.kit.caller.RememberedTokens;

/** Checks the bearer token at the door; the service behind checks it again. */
@ApplicationScoped
class TokenCheck {

    private static final String BEARER = "Bearer ";

    private final RememberedTokens remembered;
    private final JWTParser parser;
    private final Vertx vertx;

    TokenCheck(RememberedTokens remembered, JWTParser parser, Vertx vertx) {
        this.remembered = remembered;
        this.parser = parser;
        this.vertx = vertx;
    }

    /** Whether the request carries a token that is valid now. */
    Future<Boolean> hasValidToken(HttpServerRequest request) {
        return findToken(request).map(this::isValid).orElse(Future.succeededFuture(false));
    }

    private Future<Boolean> isValid(String token) {
        return remembered.find(token).isPresent()
                ? Future.succeededFuture(true)
                : vertx.executeBlocking(() -> verify(token), false);
    }

    private boolean verify(String token) {
        try {
            parser.parse(token);
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
