package rw.ishemalink.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.position.Position;

/** Whatever fails between topic and table, in whatever order: each fix is read from the history once. */
class HistoryConsumerTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.TRACKING_POSITIONS.topicName(), 0);
    private static final int BATCH = 3;

    /** What happens to the service. */
    enum Event {
        /** It reads on. */
        POLL,
        /** The next writing fails: nothing is written. */
        DATABASE_AWAY,
        /** The next writing fails though it was done: the answer was lost. */
        ANSWER_LOST,
        /** It is killed: what was gathered is gone. */
        KILLED,
        /** Its partitions go elsewhere and come back. */
        REBALANCED,
        /** It was taken for dead: its partitions went elsewhere without a word. */
        FENCED
    }

    private final List<Segment> rows = new ArrayList<>();
    private Optional<Event> trouble = Optional.empty();
    private long committed;
    private long position;
    private long seen;
    private MockConsumer<String, byte[]> kafka = consumer();
    private HistoryConsumer history = history();

    @Property(tries = 500)
    void no_fix_is_lost_and_none_is_there_twice(@ForAll @Size(max = 60) List<Event> events) {
        events.forEach(this::happens);
        trouble = Optional.empty();
        while (position < seen) {
            happens(Event.POLL);
        }
        happens(Event.REBALANCED);
        assertThat(committed).isGreaterThanOrEqualTo(seen);
        assertThat(read()).containsExactlyElementsOf(times(0, committed));
    }

    @Test
    void offsets_are_committed_after_the_rows_and_never_for_what_is_only_gathered() {
        poll();
        assertThat(committed).isZero();
        poll();
        poll();
        assertThat(committed).isEqualTo(2 * BATCH);
        assertThat(read()).hasSize(2 * BATCH);
    }

    @Test
    void what_was_gathered_when_a_writing_failed_is_neither_lost_nor_doubled() {
        poll();
        poll();
        trouble = Optional.of(Event.DATABASE_AWAY);
        assertThatThrownBy(this::poll).isInstanceOf(IllegalStateException.class);
        poll();
        assertThat(rows.stream().mapToInt(Segment::fixes).sum()).isEqualTo(2 * BATCH);
    }

    private void happens(Event event) {
        switch (event) {
            case POLL -> {
                try {
                    poll();
                } catch (IllegalStateException e) {
                    // As the loop does: the same records come again.
                    assertThat(trouble).isEmpty();
                }
            }
            case DATABASE_AWAY, ANSWER_LOST -> trouble = Optional.of(event);
            case KILLED -> {
                kafka = consumer();
                history = history();
                position = committed;
            }
            case REBALANCED -> {
                history.onPartitionsRevoked(List.of(PARTITION));
                position = committed;
            }
            case FENCED -> {
                history.onPartitionsLost(List.of(PARTITION));
                position = committed;
            }
        }
    }

    private void poll() {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        for (long offset = position; offset < position + BATCH; offset++) {
            batch.add(new ConsumerRecord<>(PARTITION.topic(), 0, offset, "vehicle", new byte[0]));
        }
        history.handle(
                kafka,
                new ConsumerRecords<>(
                        Map.of(PARTITION, batch), Map.of(PARTITION, new OffsetAndMetadata(position + BATCH))));
        position += BATCH;
        seen = Math.max(seen, position);
    }

    private void write(List<Segment> segments) {
        Optional<Event> now = trouble;
        trouble = Optional.empty();
        if (now.filter(Event.DATABASE_AWAY::equals).isEmpty()) {
            rows.addAll(segments);
        }
        if (now.isPresent()) {
            throw new IllegalStateException("the database is away");
        }
    }

    private HistoryConsumer history() {
        HistoryConsumer made = new HistoryConsumer(
                this::write,
                source -> Optional.of(fix(source.offset())),
                new Gathered(Duration.ofHours(1), 2 * BATCH),
                new SimpleMeterRegistry(),
                Map.of("bootstrap.servers", "localhost:1"),
                "test");
        made.begin(kafka);
        return made;
    }

    private MockConsumer<String, byte[]> consumer() {
        return new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name()) {
            @Override
            public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
                offsets.forEach((_, next) -> committed = next.offset());
            }
        };
    }

    private List<Instant> read() {
        TrackReading reading = TrackReading.oldest(
                new Span(Drives.VEHICLE, null, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")), 100_000);
        rows.sort((one, other) -> one.fromAt().compareTo(other.fromAt()));
        rows.forEach(reading::take);
        return reading.list().stream().map(Position::recordedAt).toList();
    }

    private static List<Instant> times(long from, long until) {
        TreeSet<Instant> times = new TreeSet<>();
        for (long offset = from; offset < until; offset++) {
            times.add(fix(offset).recordedAt());
        }
        return List.copyOf(times);
    }

    private static Position fix(long offset) {
        return Drives.fix(Drives.VEHICLE, Drives.DRIVER, Drives.START.plusSeconds(offset * 10), -2, 30);
    }
}
