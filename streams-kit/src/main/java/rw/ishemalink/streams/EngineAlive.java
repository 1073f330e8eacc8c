package rw.ishemalink.streams;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Dead only when a restart would help: waiting for topics, restoring and rebalancing are life. */
@ApplicationScoped
@Liveness
class EngineAlive implements HealthCheck {

    private final KafkaStreams streams;

    EngineAlive(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.state();
        boolean alive =
                switch (state) {
                    case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> true;
                    case NOT_RUNNING, PENDING_ERROR, ERROR -> false;
                };
        return HealthCheckResponse.named("streams-alive")
                .status(alive)
                .withData("state", state.name())
                .build();
    }
}
