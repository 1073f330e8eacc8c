package rw.ishemalink.analytics.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStore;

/** Positions in, cells of the hour out. */
class TrafficStreamTest {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());
    private static final Instant EIGHT = Instant.parse("2026-03-10T06:00:00Z");
    private static final double KIGALI = -1.9441;

    private final Path stateDir = stateDir();
    private final TopologyTestDriver driver = driver(stateDir);
    private final UUID moto = UUID.randomUUID();
    private @Nullable TestInputTopic<String, TrackingPosition> positions;

    @BeforeEach
    void open() {
        positions = driver.createInputTopic(
                Topics.TRACKING_POSITIONS.topicName(),
                new StringSerializer(),
                EventSerde.of(Topics.TRACKING_POSITIONS, TrackingPosition.class, READER));
    }

    @AfterEach
    void close() throws IOException {
        driver.close();
        Utils.delete(stateDir.toFile());
    }

    @Test
    void a_vehicle_counts_once_in_a_cell_and_hour_and_each_of_its_positions_does() {
        hear(moto, EIGHT, KIGALI, 40.0);
        hear(moto, EIGHT.plusSeconds(10), KIGALI, 9.6);
        hear(moto, EIGHT.plus(Duration.ofHours(1)), KIGALI, 30.0);
        hear(UUID.randomUUID(), EIGHT.plusSeconds(20), KIGALI, 20.4);

        Map<Cell, Sums> cells = cells();
        assertThat(cells).hasSize(2);
        Sums atEight = sums(cells, EIGHT);
        assertThat(atEight.get(Measure.FIXES)).isEqualTo(3);
        assertThat(atEight.get(Measure.SLOW_FIXES)).isOne();
        assertThat(atEight.get(Measure.SPEED_KMH)).isEqualTo(40 + 10 + 20);
        assertThat(atEight.get(Measure.PEOPLE)).isEqualTo(2);
        assertThat(sums(cells, EIGHT.plus(Duration.ofHours(1))).get(Measure.PEOPLE))
                .isOne();
    }

    @Test
    void what_cannot_be_true_is_passed_over() {
        hear(moto, EIGHT, KIGALI, null);
        hear(moto, EIGHT, KIGALI, -1.0);
        hear(moto, EIGHT, KIGALI, Double.NaN);
        hear(moto, EIGHT, KIGALI, 900.0);
        hear(moto, EIGHT, 91, 40.0);
        hear(moto, EIGHT, Double.NaN, 40.0);
        hear(position(moto, EIGHT.plus(Duration.ofMinutes(61)), EIGHT, KIGALI, 40.0, null));
        hear(position(moto, EIGHT.minus(Duration.ofMinutes(24 * 60 + 1)), EIGHT, KIGALI, 40.0, null));
        hear(position(moto, Instant.EPOCH.minusSeconds(1), EIGHT, KIGALI, 40.0, null));
        hear(position(moto, EIGHT, EIGHT, KIGALI, 40.0, 1_000.0));

        assertThat(cells()).isEmpty();
    }

    @Test
    void a_phone_that_was_away_for_hours_counts_where_and_when_it_was() {
        hear(moto, EIGHT, KIGALI, 40.0);
        Instant evening = EIGHT.plus(Duration.ofHours(12));
        hear(UUID.randomUUID(), evening, KIGALI, 40.0);
        hear(position(moto, EIGHT.plusSeconds(30), evening, KIGALI, 40.0, null));

        Sums atEight = sums(cells(), EIGHT);
        assertThat(atEight.get(Measure.FIXES)).isEqualTo(2);
        assertThat(atEight.get(Measure.PEOPLE)).isOne();
    }

    @Test
    void who_was_where_is_forgotten_after_a_day() {
        hear(moto, EIGHT, KIGALI, 40.0);
        for (int hour = 1; hour <= 27; hour++) {
            hear(UUID.randomUUID(), EIGHT.plus(Duration.ofHours(hour)), KIGALI, 40.0);
        }
        Map<Sighting, Set<Long>> kept = all(Sightings.STORE);

        assertThat(kept.keySet()).noneMatch(sighting -> sighting.vehicle().equals(moto.toString()));
        assertThat(kept).hasSizeBetween(24, 26);
        assertThat(cells()).hasSize(28);
    }

    private void hear(UUID vehicle, Instant at, double latitude, @Nullable Double kmh) {
        hear(position(vehicle, at, at.plusMillis(300), latitude, kmh, 8.0));
    }

    private void hear(TrackingPosition position) {
        Objects.requireNonNull(positions)
                .pipeInput(position.getVehicleId().toString(), position, position.getReceivedAt());
    }

    private static TrackingPosition position(
            UUID vehicle,
            Instant at,
            Instant received,
            double latitude,
            @Nullable Double kmh,
            @Nullable Double accuracyMetres) {
        return TrackingPosition.newBuilder()
                .setTenant("ishemalink")
                .setVehicleId(vehicle)
                .setDriverId(UUID.randomUUID())
                .setLatitude(latitude)
                .setLongitude(30.0619)
                .setSpeedKmh(kmh)
                .setAccuracyMetres(accuracyMetres)
                .setRecordedAt(at)
                .setReceivedAt(received)
                .build();
    }

    private Map<Cell, Sums> cells() {
        return all(Home.VEHICLE.store());
    }

    @SuppressWarnings("unchecked") // The store's name says what is in it.
    private <K, V> Map<K, V> all(String name) {
        Map<K, V> all = new HashMap<>();
        ((ObjectStore<K, V>) driver.getStateStore(name)).forEach(all::put);
        return all;
    }

    private static Sums sums(Map<Cell, Sums> cells, Instant hour) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().begin() == Period.HOUR.begin(hour))
                .map(Map.Entry::getValue)
                .findAny()
                .orElseThrow();
    }

    private static TopologyTestDriver driver(Path stateDir) {
        StreamsBuilder builder = new StreamsBuilder();
        TrafficStream.count(builder, READER);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "traffic");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return new TopologyTestDriver(builder.build(), settings);
    }

    private static Path stateDir() {
        try {
            return Files.createTempDirectory("traffic");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
