package rw.ishemalink.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.position.PositionReader;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TrackStoreTest {

    @Inject
    TrackStore store;

    @Inject
    TrackPartitions partitions;

    @Inject
    TrackUpkeep upkeep;

    @Inject
    PositionReader reader;

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final UUID vehicle = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();

    /** An hour of yesterday, well away from midnight. */
    private final Instant morning = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(14, ChronoUnit.HOURS);

    @Test
    void what_was_written_twice_is_read_once_and_by_hours_of_any_cut() {
        List<Position> drive = Drives.truck(vehicle, driver, morning, 1_000, 1);
        store.write(Segments.cut(drive.subList(0, 600)));
        store.write(Segments.cut(drive.subList(400, 1_000)));
        store.write(Segments.cut(drive.subList(400, 1_000)));
        assertThat(times(store.find(vehicle, morning, morning.plusSeconds(10_000), 10_000)))
                .isEqualTo(times(drive));
        assertThat(times(store.find(vehicle, morning.plusSeconds(3_610), morning.plusSeconds(3_650), 10_000)))
                .isEqualTo(times(drive.subList(361, 365)));
        assertThat(times(store.find(vehicle, morning, morning.plusSeconds(10_000), 7)))
                .isEqualTo(times(drive.subList(993, 1_000)));
        assertThat(times(store.findOldest(new Span(vehicle, driver, morning, Instant.now()), 7)))
                .isEqualTo(times(drive.subList(0, 7)));
    }

    @Test
    void a_fix_that_comes_late_is_kept_in_the_day_in_which_it_was_taken() {
        Instant threeDaysAgo = morning.minus(3, ChronoUnit.DAYS);
        store.write(Segments.cut(List.of(fix(threeDaysAgo), fix(morning))));
        List<String> days = jdbi.withHandle(sql -> sql.createQuery(
                        "select tableoid::regclass::text from track_segment where vehicle_id = :id order by from_at")
                .bind("id", vehicle)
                .mapTo(String.class)
                .list());
        assertThat(days).containsExactly("track_segment_" + day(threeDaysAgo), "track_segment_" + day(morning));
    }

    @Test
    void what_was_written_piece_by_piece_is_one_when_its_hour_is_over_and_the_same_to_read() {
        List<Position> hour = Drives.truck(vehicle, driver, morning, 300, 2);
        for (Position fix : hour) {
            store.write(Segments.cut(List.of(fix)));
        }
        store.write(Segments.cut(hour.subList(10, 20)));
        assertThat(rows()).isEqualTo(301);
        List<Position> before = store.find(vehicle, morning, Instant.now(), 1_000);
        upkeep.mergeUntil(morning.plus(1, ChronoUnit.HOURS));
        assertThat(rows()).isEqualTo(2);
        assertThat(store.find(vehicle, morning, Instant.now(), 1_000)).isEqualTo(before);
        assertThat(times(before)).isEqualTo(times(hour));
    }

    @Test
    void the_hour_at_hand_is_not_merged_yet() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        store.write(Segments.cut(List.of(fix(now))));
        store.write(Segments.cut(List.of(fix(Segments.hourOf(now)))));
        upkeep.mergeUntil(now);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void days_go_as_a_whole_when_all_of_them_is_older_than_tracks_get_and_nothing_comes_back() {
        Instant oldest = Instant.now().minus(30, ChronoUnit.DAYS);
        store.write(Segments.cut(List.of(fix(oldest), fix(oldest.minus(1, ChronoUnit.DAYS)))));
        assertThat(rows()).isEqualTo(1);
        partitions.drop(LocalDate.ofInstant(oldest, ZoneOffset.UTC).plusDays(1));
        assertThat(rows()).isZero();
        assertThat(store.find(vehicle, oldest.minusSeconds(1), Instant.now(), 10))
                .isEmpty();
        store.write(Segments.cut(List.of(fix(oldest))));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void of_a_driver_who_was_forgotten_nothing_is_written() {
        jdbi.useHandle(
                sql -> sql.execute("insert into erased_person (person_id, tenant) values (?, 'ishemalink')", driver));
        store.write(Segments.cut(List.of(fix(morning))));
        assertThat(rows()).isZero();
    }

    @Test
    void each_fix_is_there_once_though_the_writer_dies_again_and_again_between_rows_and_offsets() throws Exception {
        List<Position> drive = Drives.truck(vehicle, driver, morning, 40, 3);
        drive.forEach(fix -> EventSource.publish(Topics.TRACKING_POSITIONS, vehicle, fix.toEvent()));
        AtomicInteger deaths = new AtomicInteger();
        HistoryConsumer dying = new HistoryConsumer(
                segments -> {
                    store.write(segments);
                    if (segments.stream().anyMatch(one -> one.vehicleId().equals(vehicle))
                            && deaths.incrementAndGet() <= 2) {
                        throw new IllegalStateException("dead before the offsets were committed");
                    }
                },
                reader::find,
                new Gathered(Duration.ofMillis(50), 1_000),
                new SimpleMeterRegistry(),
                Map.of("bootstrap.servers", brokers),
                "history-that-dies-" + vehicle);
        dying.start(new StartupEvent());
        await().until(() -> deaths.get() > 2);
        dying.stop(new ShutdownEvent());
        await().untilAsserted(() -> assertThat(times(store.find(vehicle, morning, Instant.now(), 1_000)))
                .isEqualTo(times(drive)));
        assertThat(rows()).isGreaterThan(1);
    }

    @Test
    void what_ends_and_when_is_what_the_documentation_says() throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/privacy.md"))).contains(TrackPartitions.ROW);
    }

    private long rows() {
        return jdbi.withHandle(sql -> sql.createQuery("select count(*) from track_segment where vehicle_id = :id")
                .bind("id", vehicle)
                .mapTo(Long.class)
                .one());
    }

    private Position fix(Instant at) {
        return Drives.fix(vehicle, driver, at.truncatedTo(ChronoUnit.MICROS), -2, 30);
    }

    private static List<Instant> times(List<Position> fixes) {
        return new ArrayList<>(fixes.stream().map(Position::recordedAt).toList());
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString().replace("-", "");
    }
}
