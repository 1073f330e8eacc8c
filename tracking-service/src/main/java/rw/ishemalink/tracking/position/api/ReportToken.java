package rw.ishemalink.tracking.position.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import rw.ishemalink.kit.caller.SocketToken;

/** The socket for positions takes the driver's token from its address, too. */
@Singleton
final class ReportToken {

    void register(@Observes Filters filters) {
        SocketToken.accept(filters, ReportingSocket.PATH::equals);
    }
}
