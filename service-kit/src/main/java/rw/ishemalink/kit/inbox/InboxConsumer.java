package rw.ishemalink.kit.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.schemas.Topics;

/**
 * Reads the service's topics: poll, handle in one transaction, then commit the offsets. Whatever dies in between comes
 * again and is passed over by the inbox.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class InboxConsumer implements ConsumerJob {

    private final Inbox inbox;
    private final BatchHandling handling;
    private final boolean listens;
    private final ConsumerLoop loop;

    InboxConsumer(
            Inbox inbox,
            BatchHandling handling,
            InboxConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.inbox = inbox;
        this.handling = handling;
        this.listens = config.listen() && !inbox.topics().isEmpty();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                config.batchSize());
        this.loop = new ConsumerLoop("inbox", kafka, settings, config.retryPause(), this);
    }

    void start(@Observes StartupEvent event) {
        if (listens) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    @Override
    public void begin(Consumer<String, byte[]> consumer) {
        consumer.subscribe(inbox.topics().stream().map(Topics::topicName).toList());
    }

    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        if (!records.isEmpty()) {
            handling.handle(records);
            consumer.commitSync();
        }
    }
}
