package rw.ishemalink.analytics.live.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import rw.ishemalink.kit.caller.SocketToken;

/** Where the token may stand in the address. */
@Singleton
final class QueryToken {

    void register(@Observes Filters filters) {
        SocketToken.accept(filters, LiveSocket.PATH::equals);
    }
}
