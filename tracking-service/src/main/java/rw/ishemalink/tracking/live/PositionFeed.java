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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.PositionReader;

/**
 * Each instance hears every position, in no group and without offsets of its own: it starts some time back, so that the
 * last positions are known, and goes on from there.
 */
@ApplicationScoped
public class PositionFeed implements ConsumerJob {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final LivePositions positions;
    private final Audience audience;
    private final PositionReader reader;
    private final TrackingConfig config;
    private final ConsumerLoop loop;
    private volatile Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean caughtUp;

    PositionFeed(
            LivePositions positions,
            Audience audience,
            PositionReader reader,
            TrackingConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.positions = positions;
        this.audience = audience;
        this.reader = reader;
        this.config = config;
        Map<String, Object> settings = Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
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
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRACKING_POSITIONS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic is not there yet");
        }
        ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        goBack(consumer, partitions);
    }

    private void goBack(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        long sinceMillis = Instant.now().minus(config.lookBack()).toEpochMilli();
        Map<TopicPartition, Long> since = new HashMap<>();
        partitions.forEach(partition -> since.put(partition, sinceMillis));
        consumer.offsetsForTimes(since)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        records.forEach(source -> reader.find(source).filter(positions::keep).ifPresent(audience::show));
        caughtUp =
                caughtUp || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
