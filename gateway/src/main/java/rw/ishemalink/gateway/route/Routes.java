package rw.ishemalink.gateway.route;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import rw.ishemalink.gateway.route.GatewayConfig.Service;
import rw.ishemalink.gateway.route.Route.Bounds;

/** Makes the route table from the configuration. */
@Singleton
final class Routes {

    @Produces
    @Singleton
    RouteTable table(GatewayConfig config) {
        return new RouteTable(config.services().entrySet().stream()
                .map(entry -> route(entry.getKey(), entry.getValue(), config))
                .toList());
    }

    private static Route route(String name, Service service, GatewayConfig config) {
        return new Route(
                name,
                service.origin(),
                service.prefixes(),
                service.open().orElse(List.of()),
                new Bounds(
                        service.answerTimeout().orElse(config.answerTimeout()),
                        service.maxBody().orElse(config.maxBody()).asLongValue()));
    }
}
