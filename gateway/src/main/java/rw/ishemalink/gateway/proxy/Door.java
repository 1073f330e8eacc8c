package rw.ishemalink.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import rw.ishemalink.gateway.answer.Answers;
import rw.ishemalink.gateway.answer.Refusal;
import rw.ishemalink.gateway.route.GatewayConfig;
import rw.ishemalink.gateway.route.Route;
import rw.ishemalink.gateway.route.RouteTable;
import rw.ishemalink.gateway.upkeep.Maintenance;

/**
 * Takes every request for a service: finds the route, and asks in this order whether the service is open, the body small
 * enough, the address not too eager, the token valid and the person not too eager; then passes it on.
 */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** Before Quarkus's own resources, which would answer 404. */
    private static final int BEFORE_RESOURCES = 5_000;

    private final RouteTable routes;
    private final TokenCheck tokens;
    private final LimitCheck limits;
    private final Maintenance maintenance;
    private final Answers answers;
    private final Map<String, ServiceConnection> connections;

    Door(
            RouteTable routes,
            TokenCheck tokens,
            LimitCheck limits,
            Maintenance maintenance,
            Answers answers,
            OpenStreams streams,
            Vertx vertx,
            GatewayConfig config) {
        this.routes = routes;
        this.tokens = tokens;
        this.limits = limits;
        this.maintenance = maintenance;
        this.answers = answers;
        this.connections = routes.routes().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Route::service, route -> new ServiceConnection(vertx, answers, streams, route, config)));
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
            return;
        }
        request.pause();
        var unused = admit(context, path, route.get()).onSuccess(this::pass).onFailure(e -> turnAway(request, e));
    }

    private Future<Visit> admit(RoutingContext context, String path, Route route) {
        HttpServerRequest request = context.request();
        Optional<TurnedAwayException> closed = findReason(request, path, route);
        if (closed.isPresent()) {
            return Future.failedFuture(closed.get());
        }
        String address = limits.address(request);
        Future<Void> admitted = limits.askForAddress(request, path, address);
        if (route.isOpen(path) || "OPTIONS".equals(request.method().name())) {
            return admitted.map(_ -> new Visit(context, route, address, Optional.empty()));
        }
        return admitted.compose(_ -> tokens.check(request)).compose(valid -> valid.map(caller -> limits.askForPerson(
                                request, path, String.valueOf(caller.caller().getSubject()))
                        .map(_ -> new Visit(context, route, address, valid)))
                .orElseGet(() -> Future.failedFuture(
                        new TurnedAwayException(Refusal.NO_VALID_TOKEN, Map.of("WWW-Authenticate", "Bearer")))));
    }

    private Optional<TurnedAwayException> findReason(HttpServerRequest request, String path, Route route) {
        String length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > route.bounds().maxBodyBytes()) {
            return Optional.of(new TurnedAwayException(Refusal.BODY_TOO_LARGE, Map.of()));
        }
        return maintenance
                .find(route.service(), path)
                .map(notice -> new TurnedAwayException(
                        Refusal.MAINTENANCE,
                        Map.of("Retry-After", Long.toString(notice.retryAfterSeconds(Instant.now())))));
    }

    private void pass(Visit visit) {
        connectionTo(visit.route().service())
                .orElseThrow(() -> new IllegalStateException(
                        "no connection to " + visit.route().service()))
                .handle(visit);
    }

    private void turnAway(HttpServerRequest request, Throwable e) {
        if (e instanceof TurnedAwayException refused) {
            answers.refuse(request, refused.refusal(), refused.headers());
        } else {
            LOG.error("the door failed", e);
            answers.refuse(request, Refusal.SERVICE_AWAY, Map.of("Retry-After", "5"));
        }
    }

    private void contract(RoutingContext context) {
        String service = context.pathParam("service");
        Optional<Route> route = routes.routes().stream()
                .filter(one -> one.service().equals(service))
                .findFirst();
        if (route.isEmpty()) {
            answers.refuse(context.request(), Refusal.NO_SUCH_PATH, Map.of());
        } else {
            pass(new Visit(context, route.get(), limits.address(context.request()), Optional.empty()));
        }
    }

    private Optional<ServiceConnection> connectionTo(String service) {
        return Optional.ofNullable(connections.get(service));
    }
}
