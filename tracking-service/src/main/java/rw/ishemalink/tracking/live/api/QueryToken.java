package rw.ishemalink.tracking.live.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * Browsers cannot set a header on a WebSocket, so the token may come as {@code access_token} there (RFC 6750 § 2.3);
 * only there, for addresses end up in logs.
 */
@Singleton
final class QueryToken {

    private static final Pattern LIVE = Pattern.compile("/api/tracking/bookings/[^/]+/live");
    private static final String PARAMETER = "access_token";
    private static final int BEFORE_AUTHENTICATION = 900;

    void register(@Observes Filters filters) {
        filters.register(QueryToken::carryOver, BEFORE_AUTHENTICATION);
    }

    private static void carryOver(RoutingContext request) {
        String token = LIVE.matcher(request.normalizedPath()).matches()
                ? request.request().getParam(PARAMETER)
                : null;
        if (token != null && !request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        request.next();
    }
}
