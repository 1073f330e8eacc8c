package rw.ishemalink.analytics.engine;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import rw.ishemalink.kit.probe.Deep;

/**
 * Ready once the state is restored and counting goes on; not while it waits for its topics, restores or moves partitions,
 * nor, in a new generation, before it has once caught up with what the one before it has counted.
 */
@ApplicationScoped
@Startup
@Readiness
@HealthGroup(Deep.GROUP)
class EngineReady implements HealthCheck {

    private final KafkaStreams streams;
    private final RebuildProgress progress;

    EngineReady(KafkaStreams streams, RebuildProgress progress) {
        this.streams = streams;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.state();
        CatchUp catchUp = progress.latest();
        return HealthCheckResponse.named("streams")
                .status(state == KafkaStreams.State.RUNNING && progress.isCaughtUp())
                .withData("state", state.name())
                .withData("done", catchUp.done())
                .withData("all", catchUp.all())
                .build();
    }
}
