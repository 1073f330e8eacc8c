package rw.ishemalink.tracking.position.api;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells phones when to try again (RFC 9110 § 10.2.3). */
class RetryAfter {

    private static final int SECONDS = 3;

    @ServerResponseFilter
    void sayWhen(ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, SECONDS);
        }
    }
}
