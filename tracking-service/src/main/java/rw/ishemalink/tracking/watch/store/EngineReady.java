package rw.ishemalink.tracking.watch.store;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import rw.ishemalink.kit.probe.Deep;

/**
 * Ready once the watch has been at work. While partitions move afterwards the service goes on taking positions: the
 * watch looks at them a moment later.
 */
@ApplicationScoped
@Startup
@Readiness
@HealthGroup(Deep.GROUP)
class EngineReady implements HealthCheck {

    private final KafkaStreams streams;
    private volatile boolean begun;

    EngineReady(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.state();
        begun = begun || state == KafkaStreams.State.RUNNING;
        return HealthCheckResponse.named("watch")
                .status(begun)
                .withData("state", state.name())
                .build();
    }
}
