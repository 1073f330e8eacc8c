package rw.ishemalink.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.gateway.answer.Answers;
import rw.ishemalink.gateway.answer.Refusal;
import rw.ishemalink.gateway.route.GatewayConfig;

/** Sets the headers of every answer, and refuses a request for its head alone. */
@Singleton
final class RequestHead {

    /** After the correlation id, before everything else. */
    private static final int EARLY = 900;

    /** Two years (RFC 6797), only where the answer travels over TLS. */
    private static final String HSTS = "max-age=63072000; includeSubDomains";

    private final Map<String, String> headers;
    private final long maxHeadBytes;
    private final long maxAddressBytes;
    private final Answers answers;

    RequestHead(GatewayConfig config, Answers answers) {
        this.headers = Map.copyOf(config.headers());
        this.maxHeadBytes = config.maxHead().asLongValue();
        this.maxAddressBytes = config.maxAddress().asLongValue();
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        headers.forEach(context.response()::putHeader);
        if (request.isSSL()) {
            context.response().putHeader("Strict-Transport-Security", HSTS);
        }
        Optional<Refusal> refusal = findReason(request);
        if (refusal.isPresent()) {
            answers.refuse(request, refusal.get(), Map.of());
        } else {
            context.next();
        }
    }

    private Optional<Refusal> findReason(HttpServerRequest request) {
        if (request.uri().length() > maxAddressBytes) {
            return Optional.of(Refusal.ADDRESS_TOO_LONG);
        }
        long bytes = request.headers().entries().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length())
                .sum();
        if (bytes > maxHeadBytes) {
            return Optional.of(Refusal.HEAD_TOO_LARGE);
        }
        return CrossSite.isForged(
                        request.method().name(),
                        request::getHeader,
                        Optional.ofNullable(request.authority()).map(Object::toString))
                ? Optional.of(Refusal.CROSS_SITE)
                : Optional.empty();
    }
}
