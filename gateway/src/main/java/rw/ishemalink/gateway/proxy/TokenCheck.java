package rw.ishemalink.gateway.proxy;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.RememberedTokens;

/** Checks the bearer token at the door; the service behind checks it again. */
@ApplicationScoped
class TokenCheck {

    /** What browsers offer beside it, as {@code bearer.<token>}, when they open a WebSocket. */
    static final String SOCKET_PREFIX = "bearer.";

    /** Browsers cannot set a header on a WebSocket; there the token may stand in this parameter (RFC 6750 § 2.3). */
    static final String PARAMETER = "access_token";

    private static final String BEARER = "Bearer ";

    private final RememberedTokens remembered;
    private final JWTParser parser;
    private final Vertx vertx;

    TokenCheck(RememberedTokens remembered, JWTParser parser, Vertx vertx) {
        this.remembered = remembered;
        this.parser = parser;
        this.vertx = vertx;
    }

    /** A token that is valid now, and whose it is. */
    record Valid(String token, JWTCallerPrincipal caller) {}

    /** The request's token, if it carries one that is valid. */
    Future<Optional<Valid>> check(HttpServerRequest request) {
        return findToken(request).map(this::check).orElse(Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<Valid>> check(String token) {
        Optional<JWTCallerPrincipal> known = remembered.find(token);
        return known.isPresent()
                ? Future.succeededFuture(known.map(caller -> new Valid(token, caller)))
                : vertx.executeBlocking(() -> verify(token), false);
    }

    private Optional<Valid> verify(String token) {
        try {
            return parser.parse(token) instanceof JWTCallerPrincipal caller
                    ? Optional.of(new Valid(token, caller))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** What the request carries, valid or not. */
    static Optional<String> findToken(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return header.startsWith(BEARER) ? Optional.of(header.substring(BEARER.length())) : Optional.empty();
        }
        return protocols(request.getHeader("Sec-WebSocket-Protocol"))
                .filter(protocol -> protocol.startsWith(SOCKET_PREFIX))
                .map(protocol -> protocol.substring(SOCKET_PREFIX.length()))
                .findFirst()
                .or(() -> Optional.ofNullable(request.getParam(PARAMETER)));
    }

    static Stream<String> protocols(@Nullable String header) {
        return header == null
                ? Stream.empty()
                : Stream.of(header.split(",", -1)).map(String::strip);
    }
}
