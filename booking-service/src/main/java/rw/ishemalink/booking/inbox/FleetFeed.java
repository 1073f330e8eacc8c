package rw.ishemalink.booking.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.booking.dispatch.DriverIndex;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.FleetEvent;

/**
 * Tells this instance's index of every driver: the topic is compacted, so from its beginning it holds each one as they
 * stand. The table of drivers is shared and each instance writes only some of it, so it cannot tell the index.
 */
@ApplicationScoped
class FleetFeed {

    private final Feed<FleetEvent> feed;

    FleetFeed(
            DriverIndex index,
            MeterRegistry meters,
            @ConfigProperty(name = "ishema.registry.url") URI registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.feed = new Feed<>(
                new Feed.Source<>(Topics.FLEET_EVENTS, FleetEvent.class, Optional.empty()),
                new RecordReader(registry, meters),
                event -> index.keep(Fleet.driver(event)),
                index::driversAreKnown,
                kafka);
    }

    void start(@Observes StartupEvent event) {
        feed.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        feed.stop();
    }
}
