package rw.ishemalink.compliance.inbox.mds;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.compliance.mds.store.MdsWriter;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.kit.deadletter.DeadLetters;
import rw.ishemalink.kit.deadletter.DeadRecord;
import rw.ishemalink.kit.inbox.InboxConfig;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/**
 * Reads for the regulator's view in a group of its own: positions are many, and the inbox, where receipts and dispatches
 * wait, must not stand behind them. A batch is one transaction; read again after a failure, it changes nothing.
 */
@ApplicationScoped
class MdsConsumer implements ConsumerJob {

    private static final List<Topics> TOPICS =
            List.of(Topics.BOOKING_EVENTS, Topics.FLEET_EVENTS, Topics.TRACKING_EVENTS, Topics.TRACKING_POSITIONS);

    private final UnitOfWork unitOfWork;
    private final MdsIntake intake;
    private final MdsWriter store;
    private final DeadLetters deadLetters;
    private final EventReader reader;
    private final boolean listens;
    private final ConsumerLoop loop;

    MdsConsumer(
            UnitOfWork unitOfWork,
            MdsIntake intake,
            MdsWriter store,
            DeadLetters deadLetters,
            InboxConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "ishema.registry.url") URI registry,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.unitOfWork = unitOfWork;
        this.intake = intake;
        this.store = store;
        this.deadLetters = deadLetters;
        this.reader = new EventReader(new RegistryVersions(registry));
        this.listens = config.listen();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                application + "-mds",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        this.loop = new ConsumerLoop("mds", kafka, settings, config.retryPause(), this);
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
        List<SpecificRecord> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> source : records) {
            try {
                events.add(read(source));
            } catch (UnreadableEventException e) {
                deadLetters.send(DeadRecord.of(source), e);
            }
        }
        unitOfWork.run(tx -> {
            MdsWriter.Positions positions = store.positions();
            events.forEach(event -> intake.take(tx.sql(), event, positions));
            positions.write(tx.sql());
        });
        consumer.commitSync();
    }

    private SpecificRecord read(ConsumerRecord<String, byte[]> source) {
        if (source.value() == null) {
            throw new UnreadableEventException("the record has no value");
        }
        return reader.read(
                Topics.getByTopicName(source.topic()), ContractHeaders.getVersion(source.headers()), source.value());
    }
}
