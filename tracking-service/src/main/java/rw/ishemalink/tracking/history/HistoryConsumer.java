package rw.ishemalink.tracking.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.config.HistoryConfig;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.position.PositionReader;

/**
 * Reads the positions for the history, shared between the instances. Offsets are committed after the rows: whoever dies
 * between the two writes the same fixes again, which are read once. What was gathered is written before its partitions go
 * to another instance; if it cannot be, it is forgotten, and the other reads it again.
 */
@ApplicationScoped
public class HistoryConsumer implements ConsumerJob, ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(HistoryConsumer.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final int MOST_POLLED = 10_000;

    /** Nobody waits for it: the broker answers when there is much. */
    private static final int BYTES_WORTH_FETCHING = 256 * 1024;

    private final SegmentLog log;
    private final Function<ConsumerRecord<String, byte[]>, Optional<Position>> reader;
    private final Gathered gathered;
    private final Counter written;
    private final ConsumerLoop loop;
    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    private Optional<Consumer<String, byte[]>> reading = Optional.empty();

    @Inject
    HistoryConsumer(
            TrackStore store,
            PositionReader reader,
            HistoryConfig config,
            MeterRegistry meters,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this(
                store,
                reader::find,
                new Gathered(config.gather(), config.mostGathered()),
                meters,
                kafka,
                application + "-history");
    }

    HistoryConsumer(
            SegmentLog log,
            Function<ConsumerRecord<String, byte[]>, Optional<Position>> reader,
            Gathered gathered,
            MeterRegistry meters,
            Map<String, Object> kafka,
            String group) {
        this.log = log;
        this.reader = reader;
        this.gathered = gathered;
        this.written = Counter.builder("ishema.tracking.history.written")
                .description("Fixes that were written to the history")
                .register(meters);
        // All partitions are given up before they are dealt anew: what was gathered is then written as a whole.
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_POLLED,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                BYTES_WORTH_FETCHING,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                RangeAssignor.class.getName());
        this.loop = new ConsumerLoop("history", kafka, settings, RETRY_PAUSE, this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    @Override
    public void begin(Consumer<String, byte[]> consumer) {
        forget();
        reading = Optional.of(consumer);
        consumer.subscribe(List.of(Topics.TRACKING_POSITIONS.topicName()), this);
    }

    /** Writes first, gathers then: if anything fails, nothing of these records is gathered, and they come again. */
    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        List<Position> fixes = new ArrayList<>(records.count());
        records.forEach(source -> reader.apply(source).ifPresent(fixes::add));
        if (gathered.isDue(System.nanoTime())) {
            write(consumer);
        }
        gathered.add(fixes, System.nanoTime());
        for (TopicPartition partition : records.partitions()) {
            long last = records.records(partition).getLast().offset();
            next.put(partition, new OffsetAndMetadata(last + 1));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            reading.ifPresent(this::write);
        } catch (RuntimeException e) {
            LOG.warnf("history goes on elsewhere: %s", e.getClass().getSimpleName());
        } finally {
            forget();
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        forget();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

    private void write(Consumer<String, byte[]> consumer) {
        int fixes = gathered.size();
        log.write(gathered.toSegments());
        gathered.clear();
        written.increment(fixes);
        Map<TopicPartition, OffsetAndMetadata> done = Map.copyOf(next);
        next.clear();
        consumer.commitSync(done);
    }

    private void forget() {
        gathered.clear();
        next.clear();
    }
}
