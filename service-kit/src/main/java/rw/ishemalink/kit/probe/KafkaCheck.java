package rw.ishemalink.kit.probe;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether a broker answers. Deep only: without Kafka the service still takes requests, its events wait in the outbox. */
@ApplicationScoped
@HealthGroup(Deep.GROUP)
class KafkaCheck implements HealthCheck {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final Map<String, Object> config;

    KafkaCheck(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = new HashMap<>(kafka);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    }

    @Override
    public HealthCheckResponse call() {
        Admin admin = Admin.create(config);
        try {
            int brokers = admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                    .nodes()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            return HealthCheckResponse.named("kafka")
                    .status(brokers > 0)
                    .withData("brokers", brokers)
                    .build();
        } catch (ExecutionException | TimeoutException e) {
            return HealthCheckResponse.down("kafka");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down("kafka");
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
