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
import rw.ishemalink.booking.config.DispatchConfig;
import rw.ishemalink.booking.dispatch.DriverIndex;
import rw.ishemalink.booking.dispatch.Fix;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/** Tells this instance's index where every driver is: every position counts, so there is no group, and old ones do not. */
@ApplicationScoped
class PositionFeed {

    private final Feed<TrackingPosition> feed;

    PositionFeed(
            DriverIndex index,
            DispatchConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "ishema.registry.url") URI registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.feed = new Feed<>(
                new Feed.Source<>(Topics.TRACKING_POSITIONS, TrackingPosition.class, Optional.of(config.lookBack())),
                new RecordReader(registry, meters),
                position -> index.keep(fix(position)),
                index::positionsAreKnown,
                kafka);
    }

    void start(@Observes StartupEvent event) {
        feed.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        feed.stop();
    }

    private static Fix fix(TrackingPosition position) {
        return new Fix(
                position.getDriverId(),
                position.getTenant(),
                new GeoPoint(position.getLatitude(), position.getLongitude()),
                position.getRecordedAt());
    }
}
