package rw.ishemalink.kit.caller;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.TokenRevocation;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/**
 * Hears of revoked tokens: every instance reads the whole topic, which keeps no more than matters. Ready when all that had
 * been told by the start is known. When Kafka is away later, what is known goes on to count.
 */
@ApplicationScoped
@Readiness
class RevocationReader implements ConsumerJob, HealthCheck {

    private static final Logger LOG = Logger.getLogger(RevocationReader.class);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final RevokedTokens revoked;
    private final Event<TokenRevocation> news;
    private final EventReader reader;
    private final boolean listens;
    private final ConsumerLoop loop;
    private volatile Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean caughtUp;

    RevocationReader(
            RevokedTokens revoked,
            Event<TokenRevocation> news,
            MeterRegistry meters,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "ishema.registry.url") URI registry,
            @ConfigProperty(name = "ishema.revocations.listen", defaultValue = "true") boolean listens) {
        this.revoked = revoked;
        this.news = news;
        this.reader = new EventReader(new RegistryVersions(registry));
        this.listens = listens;
        this.caughtUp = !listens;
        this.loop = new ConsumerLoop(
                "revocations",
                kafka,
                Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                RETRY_PAUSE,
                this);
        Gauge.builder("ishema.revocations.known", revoked, RevokedTokens::count)
                .description("Sessions and people whose access tokens are refused before their end")
                .register(meters);
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
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("revocations").status(caughtUp).build();
    }

    @Override
    public void begin(Consumer<String, byte[]> consumer) {
        String topic = Topics.TOKEN_REVOCATIONS.topicName();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        records.forEach(this::hear);
        revoked.forgetEnded();
        if (!caughtUp) {
            caughtUp = ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        try {
            int version = ContractHeaders.getVersion(record.headers());
            if (reader.read(Topics.TOKEN_REVOCATIONS, version, record.value()) instanceof TokenRevocation revocation) {
                revoked.add(revocation);
                news.fire(revocation);
            }
        } catch (UnreadableEventException e) {
            LOG.errorf(
                    "a revocation at offset %d cannot be read and is not obeyed: %s", record.offset(), e.getMessage());
        }
    }
}
