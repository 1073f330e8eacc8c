package rw.ishemalink.analytics.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.config.AnalyticsConfig;
import rw.ishemalink.kit.deadletter.Causes;
import rw.ishemalink.schemas.Topics;

/**
 * Whether this generation, all its instances together, has once caught up with {@code booking.facts} and with the events
 * that are not in them yet: before that it has not counted what the generation before it has. The first generation has
 * none before it.
 */
@ApplicationScoped
class RebuildProgress {

    static final String NAME = "ishema.analytics.rebuild.progress";

    private static final Logger LOG = Logger.getLogger(RebuildProgress.class);
    private static final List<Topics> READ = List.of(
            Topics.BOOKING_FACTS,
            Topics.BOOKING_EVENTS,
            Topics.PAYMENT_EVENTS,
            Topics.COMPLIANCE_EVENTS,
            Topics.TRACKING_EVENTS);
    private static final int TIMEOUT_MILLIS = 5_000;

    private final boolean first;
    private final String applicationId;
    private final Map<String, Object> broker;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rebuild-progress").daemon().factory());

    private volatile CatchUp latest = CatchUp.UNKNOWN;
    private volatile boolean caughtUp;

    RebuildProgress(
            AnalyticsConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String applicationId,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.first = config.generation() == 1;
        this.caughtUp = first;
        this.applicationId = applicationId;
        this.broker = new HashMap<>(kafka);
        broker.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        broker.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        Gauge.builder(NAME, this, RebuildProgress::share)
                .description("how much of the facts and events that there are this generation has counted, from 0 to 1")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (!first) {
            var unused = timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Whether it has been near the end once. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    CatchUp latest() {
        return latest;
    }

    private double share() {
        return caughtUp ? 1 : latest.share();
    }

    private void look() {
        try (Admin admin = Admin.create(broker)) {
            latest = read(admin);
            if (latest.isNear()) {
                caughtUp = true;
                LOG.infof("%s has caught up with facts and events", applicationId);
                timer.shutdown();
            }
        } catch (ExecutionException | RuntimeException e) {
            LOG.debugf("the progress of the rebuild is not known, trying again: %s", Causes.types(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CatchUp read(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> counted = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(admin, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, OffsetSpec.latest());
        CatchUp all = new CatchUp(0, 0);
        for (var end : ends.entrySet()) {
            ListOffsetsResultInfo begin = begins.get(end.getKey());
            OffsetAndMetadata done = counted.get(end.getKey());
            long first = begin == null ? 0 : begin.offset();
            all = all.plus(
                    first, done == null ? first : done.offset(), end.getValue().offset());
        }
        return all;
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(Admin admin, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = READ.stream()
                .flatMap(RebuildProgress::partitions)
                .collect(Collectors.toMap(Function.identity(), _ -> spec));
        return admin.listOffsets(asked).all().get();
    }

    private static Stream<TopicPartition> partitions(Topics topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition));
    }
}
