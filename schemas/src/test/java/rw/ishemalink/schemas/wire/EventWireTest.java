package rw.ishemalink.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;

class EventWireTest {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());
    private static final int LATEST =
            SchemaVersions.latest(Topics.TRACKING_POSITIONS).number();

    @Property(tries = 200)
    void what_is_written_is_read(@ForAll("positions") TrackingPosition position) {
        byte[] bytes = EventWriter.write(Topics.TRACKING_POSITIONS, position);
        assertThat(READER.read(Topics.TRACKING_POSITIONS, LATEST, bytes)).isEqualTo(position);
    }

    @Property(tries = 200)
    void a_truncated_event_is_unreadable_or_nothing_else(
            @ForAll("positions") TrackingPosition position, @ForAll int anyLength) {
        byte[] bytes = EventWriter.write(Topics.TRACKING_POSITIONS, position);
        byte[] cut = Arrays.copyOf(bytes, Math.floorMod(anyLength, bytes.length));
        assertThatThrownBy(() -> READER.read(Topics.TRACKING_POSITIONS, LATEST, cut))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void an_unknown_version_that_nobody_has_is_unreadable() {
        assertThatThrownBy(() -> READER.read(Topics.TRACKING_POSITIONS, 99, new byte[] {1}))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void a_newer_version_is_read_by_its_own_schema() {
        Schema current = Topics.TRACKING_POSITIONS.schema();
        EventReader reader = new EventReader((topic, version) -> Optional.of(current));
        TrackingPosition position = positions().sample();
        byte[] bytes = EventWriter.write(Topics.TRACKING_POSITIONS, position);
        assertThat(reader.read(Topics.TRACKING_POSITIONS, 99, bytes)).isEqualTo(position);
    }

    @Test
    void a_writer_schema_that_does_not_fit_is_unreadable() {
        Schema other =
                SchemaBuilder.record("Other").fields().requiredString("x").endRecord();
        EventReader reader = new EventReader((topic, version) -> Optional.of(other));
        assertThatThrownBy(() -> reader.read(Topics.TRACKING_POSITIONS, 99, new byte[] {2, 65}))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void an_event_of_another_topic_is_refused() {
        assertThatThrownBy(() ->
                        EventWriter.write(Topics.BOOKING_EVENTS, positions().sample()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<TrackingPosition> positions() {
        Arbitrary<UUID> ids = Arbitraries.create(UUID::randomUUID);
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        return Combinators.combine(
                        ids,
                        Arbitraries.doubles().between(-90, 90),
                        Arbitraries.doubles().between(-180, 180),
                        Arbitraries.doubles().between(0, 200).injectNull(0.3),
                        times)
                .as((id, latitude, longitude, speed, at) -> TrackingPosition.newBuilder()
                        .setTenant("ishemalink")
                        .setVehicleId(id)
                        .setDriverId(id)
                        .setLatitude(latitude)
                        .setLongitude(longitude)
                        .setSpeedKmh(speed)
                        .setRecordedAt(at)
                        .setReceivedAt(at)
                        .build());
    }
}
