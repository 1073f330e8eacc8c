package rw.ishemalink.kit.probe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;

/**
 * Tells whether Kafka answers, how far behind the service's groups are, and how many letters wait on the dead-letter topics
 * of the topics that it owns. All instances of a service tell the same.
 */
@ApplicationScoped
class BrokerWatch {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final Map<String, Object> settings;
    private final List<String> groups;
    private final List<Topics> owned;
    private final Looks looks;
    private final MultiGauge lag;
    private final MultiGauge letters;
    private volatile @Nullable Admin admin;

    BrokerWatch(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            WatchConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        this.groups = config.groups().orElse(List.of(service));
        this.owned = Arrays.stream(Topics.values())
                .filter(topic -> topic.owner().equals(service))
                .toList();
        this.looks = new Looks("broker-watch", config.broker(), this::look);
        this.lag = MultiGauge.builder("ishema.consumer.lag")
                .description("Records that the group has yet to read from the topic")
                .register(meters);
        this.letters = MultiGauge.builder("ishema.dead.letters.waiting")
                .description("Letters on the dead-letter topic that were not replayed")
                .register(meters);
        Gauge.builder("ishema.kafka.up", looks, it -> it.areGood() ? 1 : 0)
                .description("1 while Kafka answers, else 0")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        looks.start();
    }

    void stop(@Observes ShutdownEvent event) {
        looks.stop();
        Admin opened = admin;
        if (opened != null) {
            opened.close(Duration.ZERO);
        }
    }

    private void look() {
        BrokerLook broker = new BrokerLook(opened());
        lag.register(
                broker.listLag(groups).entrySet().stream()
                        .map(one -> Row.of(
                                Tags.of(
                                        "group", one.getKey().group(),
                                        "topic", one.getKey().topic()),
                                one.getValue()))
                        .toList(),
                true);
        letters.register(
                broker.countLetters(owned).entrySet().stream()
                        .map(one -> Row.of(Tags.of("topic", one.getKey()), one.getValue()))
                        .toList(),
                true);
    }

    private Admin opened() {
        Admin opened = admin;
        if (opened == null) {
            opened = Admin.create(settings);
            admin = opened;
        }
        return opened;
    }
}
