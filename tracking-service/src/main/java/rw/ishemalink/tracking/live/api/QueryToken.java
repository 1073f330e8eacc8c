package rw.ishemalink.tracking.live.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import rw.ishemalink.kit.caller.SocketToken;

/** Where the token may stand in the address. */
@Singleton
final class QueryToken {

    private static final Pattern LIVE = Pattern.compile("/api/tracking/bookings/[^/]+/live");

    void register(@Observes Filters filters) {
        SocketToken.accept(filters, path -> LIVE.matcher(path).matches());
    }
}
