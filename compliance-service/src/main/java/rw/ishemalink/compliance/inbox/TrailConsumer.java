package rw.ishemalink.compliance.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.compliance.audit.TrailEntry;
import rw.ishemalink.compliance.audit.store.SealingStore;
import rw.ishemalink.compliance.config.AuditConfig;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.kit.inbox.InboxConfig;
import rw.ishemalink.kit.outbox.RowsTogether;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;

/**
 * Puts every event of every topic into the trail's queue. A group of its own: what the service does about an event, or
 * cannot do, neither delays the trail nor is delayed by it. One statement for each poll; a repeat is passed over.
 */
@ApplicationScoped
class TrailConsumer implements ConsumerJob {

    /** Positions are telemetry: they decide nothing, and whoever decides by them says so in an event (docs/audit.md). */
    static final List<Topics> TOPICS = Arrays.stream(Topics.values())
            .filter(topic -> topic != Topics.TRACKING_POSITIONS)
            .toList();

    private final UnitOfWork unitOfWork;
    private final RowsTogether<TrailEntry> queue;
    private final TrailReading reading;
    private final boolean listens;
    private final ConsumerLoop loop;

    TrailConsumer(
            UnitOfWork unitOfWork,
            SealingStore store,
            AuditConfig config,
            InboxConfig inbox,
            @ConfigProperty(name = "ishema.registry.url") URI registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unitOfWork = unitOfWork;
        this.queue = new RowsTogether<>(store::add);
        this.reading = new TrailReading(new EventReader(new RegistryVersions(registry)));
        this.listens = inbox.listen();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                service + "-trail",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                config.batchSize());
        this.loop = new ConsumerLoop("trail", kafka, settings, config.retryPause(), this);
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
        consumer.subscribe(TOPICS.stream().map(Topics::topicName).toList());
    }

    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        // Of two copies in one statement neither may be in the other's way.
        Map<List<Object>, TrailEntry> heard = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            TrailEntry entry = reading.read(record);
            heard.putIfAbsent(List.of(entry.eventId(), String.valueOf(entry.eventSha256())), entry);
        }
        unitOfWork.run(tx -> heard.values().forEach(entry -> queue.add(tx, entry)));
        consumer.commitSync();
    }
}
