package rw.ishemalink.tracking.watch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;
import static rw.ishemalink.schemas.tracking.SealState.CLOSED;
import static rw.ishemalink.schemas.tracking.SealState.OPEN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.tracking.watch.Trips;

/** What is remembered of a vehicle goes with its partition to the instance that takes it, and comes back. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TwoWatchesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int VEHICLES = 8;

    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofHours(2));
    private final List<BookingLife> lives =
            Stream.generate(BookingLife::new).limit(VEHICLES).toList();
    private int tick;

    @Test
    void seals_that_open_on_one_instance_were_closed_on_the_other() {
        try (EventTap tap = EventTap.on(Topics.TRACKING_EVENTS)) {
            lives.forEach(this::begin);
            all(0, CLOSED);
            // A first change shows that bookings and positions have come together.
            await().atMost(PATIENCE).until(() -> {
                tick++;
                all(60 + tick, tick % 2 == 0 ? CLOSED : OPEN);
                return lives.stream().allMatch(life -> countSeals(tap, life) > 0);
            });
            int told = 120 + tick;
            all(told, OPEN);
            all(told + 50, CLOSED);
            awaitLast(tap, told + 50, TrackingChange.SEAL_CLOSED);
            try (KafkaStreams other = start()) {
                all(told + 100, OPEN);
                awaitLast(tap, told + 100, TrackingChange.SEAL_OPENED);
                assertThat(other.state()).isEqualTo(KafkaStreams.State.RUNNING);
            }
            all(told + 200, CLOSED);
            awaitLast(tap, told + 200, TrackingChange.SEAL_CLOSED);
            lives.forEach(life -> assertThat(tap.listFor(life.bookingId(), TrackingEvent.class))
                    .extracting(event -> event.getMetadata().getSequence())
                    .isSorted()
                    .doesNotHaveDuplicates());
        }
    }

    private void begin(BookingLife life) {
        publish(life, life.assigned(begin));
        publish(life, life.pickedUp(begin));
    }

    private void publish(BookingLife life, BookingEvent event) {
        EventSource.publish(Topics.BOOKING_EVENTS, life.bookingId(), event);
    }

    private void all(int second, SealState seal) {
        for (BookingLife life : lives) {
            EventSource.publish(
                    Topics.TRACKING_POSITIONS,
                    life.vehicle(),
                    Trips.at(begin.plusSeconds(second), life.driver(), life.vehicle(), seal)
                            .toEvent());
        }
    }

    /** The last thing told of each seal, and the change before it was the other one: nothing told twice, nothing left out. */
    private void awaitLast(EventTap tap, int second, TrackingChange change) {
        await().atMost(PATIENCE).until(() -> lives.stream().allMatch(life -> seals(tap, life)
                .reduce((_, last) -> last)
                .filter(last ->
                        last.getChange() == change && begin.plusSeconds(second).equals(last.getRecordedAt()))
                .isPresent()));
    }

    private static long countSeals(EventTap tap, BookingLife life) {
        return seals(tap, life).count();
    }

    private static Stream<TrackingEvent> seals(EventTap tap, BookingLife life) {
        return tap.listFor(life.bookingId(), TrackingEvent.class).stream()
                .filter(event -> event.getSealNumber() != null);
    }

    private static KafkaStreams start() {
        Map<String, Object> settings = Road.settings("tracking-watch", SharedParts.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams-state/" + UUID.randomUUID());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put("internal.leave.group.on.close", true);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        KafkaStreams other = new KafkaStreams(Road.topology(Trips.RULES, 100), new StreamsConfig(settings));
        other.start();
        await().atMost(PATIENCE)
                .until(() -> other.state() == KafkaStreams.State.RUNNING
                        && other.metadataForLocalThreads().stream()
                                .anyMatch(thread -> !thread.activeTasks().isEmpty()));
        return other;
    }
}
