package rw.ishemalink.gateway.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import rw.ishemalink.gateway.route.GatewayConfig;
import rw.ishemalink.gateway.route.Route;
import rw.ishemalink.gateway.route.RouteTable;
import rw.ishemalink.kit.problem.Problem;

/** Takes every request for a service: finds the route, asks for the token, passes it on. */
@ApplicationScoped
class Door {

    /** Before Quarkus's own resources, which would answer 404. */
    private static final int BEFORE_RESOURCES = 5_000;

    private final RouteTable routes;
    private final TokenCheck tokens;
    private final ObjectMapper json;
    private final Map<String, ServiceConnection> connections;

    Door(RouteTable routes, TokenCheck tokens, ObjectMapper json, Vertx vertx, GatewayConfig config) {
        this.routes = routes;
        this.tokens = tokens;
        this.json = json;
        this.connections = routes.routes().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Route::service, route -> new ServiceConnection(vertx, json, route, config)));
    }

    void open(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(this::enter);
        router.get(ServiceConnection.CONTRACTS + ":service")
                .order(BEFORE_RESOURCES)
                .handler(this::contract);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = Objects.requireNonNullElse(request.path(), "");
        Optional<Route> route = routes.findRoute(path);
        if (route.isEmpty()) {
            // The door's own resources (console, health, metrics) follow; else it ends in a 404 there.
            context.next();
        } else if (route.get().isOpen(path) || "OPTIONS".equals(request.method().name())) {
            pass(route.get(), request);
        } else {
            request.pause();
            tokens.hasValidToken(request)
                    .onSuccess(valid -> {
                        if (valid) {
                            pass(route.get(), request);
                        } else {
                            refuse(context, Refusal.NO_VALID_TOKEN);
                        }
                    })
                    .onFailure(e -> refuse(context, Refusal.SERVICE_AWAY));
        }
    }

    private void pass(Route route, HttpServerRequest request) {
        ServiceConnection connection = connections.get(route.service());
        if (connection == null) {
            throw new IllegalStateException("no connection to " + route.service());
        }
        connection.handle(request);
    }

    private void contract(RoutingContext context) {
        String service = context.pathParam("service");
        ServiceConnection connection = connections.get(service);
        if (connection == null) {
            refuse(context, Refusal.NO_SUCH_PATH);
        } else {
            connection.handle(context.request());
        }
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        context.request().resume();
        context.response().setStatusCode(refusal.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (refusal == Refusal.NO_VALID_TOKEN) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        var unused = context.response().end(refusal.body(json, context.request().getHeader("Accept-Language")));
    }
}
