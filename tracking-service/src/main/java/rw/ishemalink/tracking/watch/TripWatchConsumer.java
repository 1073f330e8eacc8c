package rw.ishemalink.tracking.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.position.PositionReader;

/**
 * Reads the positions for the watch, shared between the instances. At least once: offsets are committed after the
 * database, and what comes again shows nothing new.
 */
@ApplicationScoped
public class TripWatchConsumer {

    private static final Logger LOG = Logger.getLogger(TripWatchConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final TripWatch watch;
    private final PositionReader reader;
    private final Map<String, Object> kafka;
    private final String group;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable Thread thread;

    TripWatchConsumer(
            TripWatch watch,
            PositionReader reader,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.watch = watch;
        this.reader = reader;
        this.kafka = kafka;
        this.group = application + "-watch";
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("trip-watch").daemon().start(this::listen);
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
        try (KafkaConsumer<String, byte[]> polling =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer = polling;
            polling.subscribe(List.of(Topics.TRACKING_POSITIONS.topicName()));
            while (running) {
                step(polling);
            }
        } catch (WakeupException e) {
            LOG.debug("trip watch woken to stop");
        }
    }

    private void step(Consumer<String, byte[]> polling) {
        try {
            ConsumerRecords<String, byte[]> records = polling.poll(POLL);
            if (!records.isEmpty()) {
                handle(polling, records);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("positions cannot be watched, trying again: %s", e);
            pause();
        }
    }

    private void handle(Consumer<String, byte[]> polling, ConsumerRecords<String, byte[]> records) {
        try {
            List<Position> positions = new ArrayList<>(records.count());
            records.forEach(source -> reader.find(source).ifPresent(positions::add));
            watch.look(positions);
        } catch (RuntimeException e) {
            records.partitions()
                    .forEach(partition -> polling.seek(
                            partition, records.records(partition).getFirst().offset()));
            throw e;
        }
        polling.commitSync();
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
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return settings;
    }
}
