package rw.ishemalink.kit.caller;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Predicate;

/**
 * Browsers cannot set a header on a WebSocket, so the token may come as {@code access_token} there (RFC 6750 § 2.3);
 * only there, for addresses end up in logs.
 */
public final class SocketToken {

    private static final String PARAMETER = "access_token";
    private static final int BEFORE_AUTHENTICATION = 900;

    private SocketToken() {}

    /**
     * Takes the token from the address where sockets are opened.
     *
     * @param isSocket whether a path is such a one
     */
    public static void accept(Filters filters, Predicate<String> isSocket) {
        filters.register(request -> carryOver(request, isSocket), BEFORE_AUTHENTICATION);
    }

    private static void carryOver(RoutingContext request, Predicate<String> isSocket) {
        String token =
                isSocket.test(request.normalizedPath()) ? request.request().getParam(PARAMETER) : null;
        if (token != null && !request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        request.next();
    }
}
