package rw.ishemalink.gateway.proxy;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import rw.ishemalink.gateway.route.Route;

/**
 * A request that may pass.
 *
 * @param address where it came from
 * @param caller whose it is; empty where no token is asked for
 */
record Visit(RoutingContext context, Route route, String address, Optional<TokenCheck.Valid> caller) {

    HttpServerRequest request() {
        return context.request();
    }

    Optional<JWTCallerPrincipal> principal() {
        return caller.map(TokenCheck.Valid::caller);
    }
}
