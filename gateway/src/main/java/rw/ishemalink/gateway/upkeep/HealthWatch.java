package rw.ishemalink.gateway.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.gateway.route.GatewayConfig;
import rw.ishemalink.gateway.route.Route;
import rw.ishemalink.gateway.route.RouteTable;

/**
 * Puts a service that was well and is not any more into maintenance, and ends that with its first good answer. Each
 * instance judges for itself: what one cannot reach another may.
 */
@ApplicationScoped
class HealthWatch {

    private static final Logger LOG = Logger.getLogger(HealthWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RouteTable routes;
    private final Maintenance maintenance;
    private final GatewayConfig.Upkeep settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService timer;

    HealthWatch(RouteTable routes, Maintenance maintenance, GatewayConfig config, MeterRegistry meters) {
        this.routes = routes;
        this.maintenance = maintenance;
        this.settings = config.upkeep();
        // One thread each: a service that does not answer delays no other's question.
        this.timer = Executors.newScheduledThreadPool(
                routes.routes().size(),
                Thread.ofPlatform().daemon().name("health-watch-", 0).factory());
        Gauge.builder("ishema.gateway.maintenance", () -> maintenance.list().size())
                .description("How many services are in maintenance; the whole suite counts as one")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (settings.byItself()) {
            routes.routes().forEach(route -> new Watched(route).askAfter(settings.every()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** One service; asked by one thread at a time. */
    private final class Watched {

        private final String service;
        private final URI probe;
        private final FailureWindow window = new FailureWindow(settings.failures(), settings.of());
        private boolean wasWell;

        Watched(Route route) {
            this.service = route.service();
            this.probe = route.origin().resolve(settings.probe());
        }

        void askAfter(Duration pause) {
            var unused = timer.schedule(this::ask, pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void ask() {
            boolean well = isWell(probe);
            wasWell |= well;
            boolean tooMany = window.add(well);
            if (maintenance.isByItself(service)) {
                if (well) {
                    window.clear();
                    maintenance.end(service);
                    LOG.infof("%s is well again: its maintenance has ended", service);
                }
            } else if (tooMany && wasWell) {
                maintenance.begin(service, "not well: " + settings.failures() + " bad answers of " + settings.of());
                LOG.warnf("%s is not well: in maintenance until it is", service);
            }
            askAfter(maintenance.isByItself(service) ? settings.retry() : settings.every());
        }
    }

    private boolean isWell(URI probe) {
        HttpRequest request = HttpRequest.newBuilder(probe).timeout(PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
