package rw.ishemalink.gateway.route;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the route table from the configuration. */
@Singleton
final class Routes {

    @Produces
    @Singleton
    RouteTable table(GatewayConfig config) {
        return new RouteTable(config.services().entrySet().stream()
                .map(entry -> new Route(
                        entry.getKey(),
                        entry.getValue().origin(),
                        entry.getValue().prefixes(),
                        entry.getValue().open().orElse(List.of())))
                .toList());
    }
}
