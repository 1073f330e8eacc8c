package rw.ishemalink.tracking.watch.store;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import rw.ishemalink.kit.probe.Deep;

/** Ready once the state is restored and watching goes on; not while it waits for its topics, restores or moves partitions. */
@ApplicationScoped
@Startup
@Readiness
@HealthGroup(Deep.GROUP)
class EngineReady implements HealthCheck {

    private final KafkaStreams streams;

    EngineReady(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.state();
        return HealthCheckResponse.named("streams")
                .status(state == KafkaStreams.State.RUNNING)
                .withData("state", state.name())
                .build();
    }
}
