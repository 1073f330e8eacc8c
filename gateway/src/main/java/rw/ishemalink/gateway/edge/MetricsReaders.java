package rw.ishemalink.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.gateway.answer.Answers;
import rw.ishemalink.gateway.answer.Refusal;
import rw.ishemalink.gateway.limit.ClientAddresses;
import rw.ishemalink.gateway.route.GatewayConfig;

/** The door is the one part that the world reaches: who reads its metrics stands inside, with no proxy between. */
@Singleton
final class MetricsReaders {

    /** After the head was looked at, before everything else. */
    private static final int EARLY = 890;

    private final ClientAddresses inside;
    private final String path;
    private final Answers answers;

    MetricsReaders(
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.micrometer.export.prometheus.path") String path,
            Answers answers) {
        this.inside = new ClientAddresses(List.of(), config.metricsFrom());
        this.path = path;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (context.normalizedPath().startsWith(path) && !isInside(request)) {
            answers.refuse(request, Refusal.NO_SUCH_PATH, Map.of());
        } else {
            context.next();
        }
    }

    private boolean isInside(HttpServerRequest request) {
        return !request.headers().contains("X-Forwarded-For")
                && !request.headers().contains("Forwarded")
                && inside.isOurOwn(request.remoteAddress().hostAddress());
    }
}
