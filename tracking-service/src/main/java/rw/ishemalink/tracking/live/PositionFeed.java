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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.PositionReader;

/**
 * Each instance hears every position, in no group and without offsets of its own: it starts some time back, so that the
 * last positions are known, and goes on from there.
 */
@ApplicationScoped
public class PositionFeed {

    private static final Logger LOG = Logger.getLogger(PositionFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final LivePositions positions;
    private final Audience audience;
    private final PositionReader reader;
    private final TrackingConfig config;
    private final Map<String, Object> kafka;
    private volatile boolean running;
    private volatile boolean caughtUp;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable Thread thread;

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
        this.kafka = kafka;
    }

    /** Whether the positions from before the start have been read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("position-feed").daemon().start(this::listen);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        KafkaConsumer<String, byte[]> polling = consumer;
        Thread listening = thread;
        if (polling != null && listening != null) {
            polling.wakeup();
            listening.join(Duration.ofSeconds(5));
        }
    }

    private void listen() {
        while (running) {
            try (KafkaConsumer<String, byte[]> polling =
                    new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = polling;
                Map<TopicPartition, Long> ends = goBack(polling);
                while (running) {
                    hear(polling);
                    caughtUp = caughtUp
                            || ends.entrySet().stream()
                                    .allMatch(end -> polling.position(end.getKey()) >= end.getValue());
                }
            } catch (WakeupException e) {
                LOG.debug("position feed woken to stop");
            } catch (RuntimeException e) {
                LOG.warnf("positions cannot be heard, trying again: %s", e);
                pause();
            }
        }
    }

    /** Takes all partitions from the look-back on; answers where they end now. */
    private Map<TopicPartition, Long> goBack(Consumer<String, byte[]> polling) {
        List<TopicPartition> partitions = polling.partitionsFor(Topics.TRACKING_POSITIONS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic is not there yet");
        }
        long sinceMillis = Instant.now().minus(config.lookBack()).toEpochMilli();
        Map<TopicPartition, Long> since = new HashMap<>();
        partitions.forEach(partition -> since.put(partition, sinceMillis));
        Map<TopicPartition, Long> ends = polling.endOffsets(partitions);
        polling.assign(partitions);
        polling.offsetsForTimes(since)
                .forEach((partition, found) ->
                        polling.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        return ends;
    }

    private void hear(Consumer<String, byte[]> polling) {
        for (var source : polling.poll(POLL)) {
            reader.find(source).filter(positions::keep).ifPresent(audience::show);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return settings;
    }
}
