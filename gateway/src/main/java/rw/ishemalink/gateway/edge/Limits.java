package rw.ishemalink.gateway.edge;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import rw.ishemalink.gateway.limit.ClientAddresses;
import rw.ishemalink.gateway.limit.RequestClass;
import rw.ishemalink.gateway.limit.RequestClasses;
import rw.ishemalink.gateway.route.GatewayConfig;

/** Makes the limits from the configuration. */
@Singleton
final class Limits {

    private static final Logger LOG = Logger.getLogger(Limits.class);

    /** A limit that makes no sense stops the door from opening, instead of every request later. */
    void make(@Observes StartupEvent start, RequestClasses classes) {
        LOG.debugf("limits: %s", classes);
    }

    @Produces
    @Singleton
    RequestClasses classes(GatewayConfig config) {
        int times = config.limitsTimes();
        return new RequestClasses(config.limits().entrySet().stream()
                .map(entry -> new RequestClass(
                        entry.getKey(),
                        entry.getValue().requests(),
                        entry.getValue().perAddress().map(one -> one.times(times)),
                        entry.getValue().perPerson().map(one -> one.times(times)),
                        entry.getValue().perEndpoint().map(one -> one.times(times))))
                .toList());
    }

    @Produces
    @Singleton
    ClientAddresses addresses(GatewayConfig config) {
        return new ClientAddresses(
                config.trustedProxies().orElse(List.of()),
                config.trustedCallers().orElse(List.of()));
    }
}
