package rw.ishemalink.tracking.position.api;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells phones when to try again (RFC 9110 § 10.2.3, RFC 6585 § 4). */
class RetryAfter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** A full pipe is soon empty. */
    private static final int SECONDS_WHEN_FULL = 1;

    private static final int SECONDS_WHEN_AWAY = 3;

    @ServerResponseFilter
    void sayWhen(ContainerResponseContext response) {
        secondsAfter(response.getStatus())
                .ifPresent(seconds -> response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
    }

    /** How long to wait after that status; empty: trying again does not help. */
    static Optional<Integer> secondsAfter(int status) {
        return switch (status) {
            case TOO_MANY_REQUESTS -> Optional.of(SECONDS_WHEN_FULL);
            case SERVICE_UNAVAILABLE -> Optional.of(SECONDS_WHEN_AWAY);
            default -> Optional.empty();
        };
    }
}
