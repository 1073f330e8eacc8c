package rw.ishemalink.kit.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;

/**
 * The thread that reads the service's topics: poll, handle in one transaction, then commit the offsets. Whatever dies in
 * between comes again and is passed over by the inbox.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class InboxConsumer {

    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Inbox inbox;
    private final BatchHandling handling;
    private final InboxConfig config;
    private final Map<String, Object> kafka;
    private final String group;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable Thread thread;

    InboxConsumer(
            Inbox inbox,
            BatchHandling handling,
            InboxConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.inbox = inbox;
        this.handling = handling;
        this.config = config;
        this.kafka = kafka;
        this.group = group;
    }

    void start(@Observes StartupEvent event) {
        if (config.listen() && !inbox.topics().isEmpty()) {
            running = true;
            thread = Thread.ofPlatform().name("inbox").daemon().start(this::listen);
        }
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
        List<String> topics = inbox.topics().stream().map(Topics::topicName).toList();
        try (KafkaConsumer<String, byte[]> polling =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer = polling;
            polling.subscribe(topics);
            while (running) {
                step(polling);
            }
        } catch (WakeupException e) {
            LOG.debug("inbox woken to stop");
        }
    }

    private void step(KafkaConsumer<String, byte[]> polling) {
        try {
            var records = polling.poll(POLL);
            if (!records.isEmpty()) {
                handling.handle(polling, records);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("events cannot be handled, trying again: %s", e);
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.retryPause());
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return settings;
    }
}
