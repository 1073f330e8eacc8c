package rw.ishemalink.kit.caller;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import rw.ishemalink.kit.outbox.Correlation;

/**
 * Gives every request a correlation id: the caller's {@code X-Correlation-Id} if it is well-formed, else a new one. It
 * is in the answer, in every log line and in every event that follows.
 */
@Singleton
final class RequestCorrelation {

    private static final String HEADER = "X-Correlation-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_EVERYTHING_ELSE = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestCorrelation::correlate, BEFORE_EVERYTHING_ELSE);
    }

    private static void correlate(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        String id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        Correlation.begin(id);
        request.response().putHeader(HEADER, id);
        request.next();
    }
}
