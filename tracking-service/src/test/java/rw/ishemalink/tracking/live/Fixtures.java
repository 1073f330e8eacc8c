package rw.ishemalink.tracking.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.schemas.wire.SchemaVersions;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripKind;

/** A truck on a Monday morning. */
final class Fixtures {

    static final Instant EIGHT = Instant.parse("2026-05-04T08:00:00Z");

    /** As Quarkus's own. */
    private static final int CONVERTER_PRIORITY = 200;

    private Fixtures() {}

    static HeardReader reader() {
        return new HeardReader(URI.create("http://localhost:1"), new SimpleMeterRegistry());
    }

    static LivePositions positions(Map<String, String> settings) {
        return new LivePositions(reader(), config(settings), new SimpleMeterRegistry());
    }

    /** The defaults but for what is given. */
    static TrackingConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(TrackingConfig.class)
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(TrackingConfig.class);
    }

    static Trip trip(UUID vehicleId) {
        return new Trip(
                new UUID(0, 1),
                "ishemalink",
                TripKind.CARGO_DOMESTIC,
                new UUID(0, 2),
                new UUID(0, 3),
                vehicleId,
                null,
                "11",
                null,
                null,
                EIGHT,
                null,
                null);
    }

    /** Taken so many seconds after eight, and received at once. */
    static Position at(UUID vehicleId, long seconds) {
        return Position.of(event(vehicleId, EIGHT.plusSeconds(seconds), EIGHT.plusSeconds(seconds), null));
    }

    static Heard heard(UUID vehicleId, long recordedSeconds, long receivedSeconds) {
        return heard(event(
                vehicleId, EIGHT.plusSeconds(recordedSeconds), EIGHT.plusSeconds(receivedSeconds), (Double) 40.0));
    }

    static Heard heard(TrackingPosition event) {
        return new Heard(
                Topics.TRACKING_POSITIONS,
                SchemaVersions.latest(Topics.TRACKING_POSITIONS).number(),
                EventWriter.write(Topics.TRACKING_POSITIONS, event),
                EventId.micros(event.getRecordedAt()),
                EventId.micros(event.getReceivedAt()));
    }

    static TrackingPosition event(UUID vehicleId, Instant recordedAt, Instant receivedAt, @Nullable Double speedKmh) {
        return TrackingPosition.newBuilder()
                .setTenant("ishemalink")
                .setVehicleId(vehicleId)
                .setDriverId(new UUID(0, 3))
                .setLatitude(-1.95)
                .setLongitude(30.06)
                .setSpeedKmh(speedKmh)
                .setRecordedAt(recordedAt)
                .setReceivedAt(receivedAt)
                .build();
    }
}
