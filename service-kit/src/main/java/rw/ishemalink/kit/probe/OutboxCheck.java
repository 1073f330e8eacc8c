package rw.ishemalink.kit.probe;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import rw.ishemalink.kit.outbox.OutboxRelay;

/** Down when committed events have not reached Kafka for a while. */
@ApplicationScoped
@HealthGroup(Deep.GROUP)
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
class OutboxCheck implements HealthCheck {

    private static final Duration TOO_LONG = Duration.ofSeconds(10);

    private final OutboxRelay relay;

    OutboxCheck(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        Duration failing = relay.findFailingFor().orElse(Duration.ZERO);
        return HealthCheckResponse.named("outbox")
                .status(failing.compareTo(TOO_LONG) < 0)
                .withData("failingSeconds", failing.toSeconds())
                .build();
    }
}
