package rw.ishemalink.notification.push.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Browsers cannot set a header on a WebSocket, so the token may come as {@code access_token} there (RFC 6750 § 2.3);
 * only there, for addresses end up in logs.
 */
@Singleton
final class QueryToken {

    private static final String PARAMETER = "access_token";
    private static final int BEFORE_AUTHENTICATION = 900;

    void register(@Observes Filters filters) {
        filters.register(QueryToken::carryOver, BEFORE_AUTHENTICATION);
    }

    private static void carryOver(RoutingContext request) {
        String token = request.normalizedPath().equals(NoteSocket.PATH)
                ? request.request().getParam(PARAMETER)
                : null;
        if (token != null && !request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        request.next();
    }
}
