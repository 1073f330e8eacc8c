package rw.ishemalink.analytics.query.api;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Partitions move within seconds: a caller who got 503 does well to ask again soon. */
final class RetryAfter {

    private static final int SECONDS = 2;

    @ServerResponseFilter
    void add(ContainerResponseContext answer) {
        if (answer.getStatus() == 503) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, SECONDS);
        }
    }
}
