package rw.ishemalink.tracking.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.LiveDelay;

/**
 * Each instance hears every position, in no group and without offsets of its own. It reads the topic of last positions
 * from its beginning, which holds one of each vehicle, and that of all positions from a moment back; and goes on with
 * both, so that what one of them misses the other has.
 */
@ApplicationScoped
public class PositionFeed implements ConsumerJob {

    private static final Logger LOG = Logger.getLogger(PositionFeed.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    /** Large batches: a poll costs more than what a record does. */
    private static final int MOST_AT_ONCE = 5_000;

    /** Each answer costs the broker and us more than a position does: a few dozen are worth one, or so long a wait. */
    private static final int BYTES_WORTH_FETCHING = 8 * 1024;

    private static final int MOST_MILLIS_WAITED = 50;

    private final LivePositions positions;
    private final Audience audience;
    private final HeardReader reader;
    private final TrackingConfig config;
    private final LiveDelay delay;
    private final ConsumerLoop loop;
    private volatile Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean caughtUp;

    PositionFeed(
            LivePositions positions,
            Audience audience,
            HeardReader reader,
            TrackingConfig config,
            LiveDelay delay,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.positions = positions;
        this.audience = audience;
        this.reader = reader;
        this.config = config;
        this.delay = delay;
        Map<String, Object> settings = Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_AT_ONCE,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                BYTES_WORTH_FETCHING,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                MOST_MILLIS_WAITED);
        this.loop = new ConsumerLoop("position-feed", kafka, settings, RETRY_PAUSE, this);
    }

    /** Whether the positions from before the start have been read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    /** Takes all partitions, from the look-back on. */
    @Override
    public void begin(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = partitions(consumer, Topics.TRACKING_POSITIONS);
        List<TopicPartition> last = partitions(consumer, Topics.TRACKING_LAST);
        List<TopicPartition> both = Stream.concat(all.stream(), last.stream()).toList();
        ends = consumer.endOffsets(both);
        consumer.assign(both);
        consumer.seekToBeginning(last);
        goBack(consumer, all);
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, Topics topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("a topic is not there yet");
        }
        return partitions;
    }

    private void goBack(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Instant back = Instant.now().minus(config.lookBack());
        Map<TopicPartition, Long> since = new HashMap<>();
        partitions.forEach(partition -> since.put(partition, back.toEpochMilli()));
        consumer.offsetsForTimes(since)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        positions.beginAt(back);
    }

    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        delay.heard(caughtUp ? behind(records) : Duration.ZERO);
        for (TopicPartition partition : records.partitions()) {
            boolean last = partition.topic().equals(Topics.TRACKING_LAST.topicName());
            records.records(partition).forEach(last ? this::hearLast : this::hear);
        }
        caughtUp =
                caughtUp || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** How long the oldest of the positions has been on its way here, by the time at which it was sent to Kafka. */
    private static Duration behind(ConsumerRecords<String, byte[]> records) {
        long now = System.currentTimeMillis();
        long behind = 0;
        for (TopicPartition partition : records.partitions()) {
            if (partition.topic().equals(Topics.TRACKING_POSITIONS.topicName())) {
                behind = Math.max(
                        behind, now - records.records(partition).getFirst().timestamp());
            }
        }
        return Duration.ofMillis(behind);
    }

    private void hear(ConsumerRecord<String, byte[]> source) {
        findVehicle(source).ifPresent(vehicleId -> reader.find(Topics.TRACKING_POSITIONS, source)
                .filter(heard -> positions.keep(vehicleId, heard))
                .ifPresent(heard -> audience.show(vehicleId, heard)));
    }

    private void hearLast(ConsumerRecord<String, byte[]> source) {
        Optional<UUID> vehicle = findVehicle(source);
        if (source.value() == null) {
            vehicle.ifPresent(positions::forget);
        } else {
            vehicle.ifPresent(vehicleId -> reader.find(Topics.TRACKING_LAST, source)
                    .filter(heard -> positions.keepLast(vehicleId, heard))
                    .ifPresent(heard -> audience.show(vehicleId, heard)));
        }
    }

    private static Optional<UUID> findVehicle(ConsumerRecord<String, byte[]> source) {
        try {
            return Optional.ofNullable(source.key()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            LOG.errorf("no vehicle: %s partition %d offset %d", source.topic(), source.partition(), source.offset());
            return Optional.empty();
        }
    }
}
