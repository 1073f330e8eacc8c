package rw.ishemalink.kit.probe;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Down when less is free than the service needs to go on; the alert at 85 % or 10 GB comes earlier, from the metrics. */
@ApplicationScoped
@HealthGroup(Deep.GROUP)
class DiskCheck implements HealthCheck {

    private static final long MEGABYTE = 1_000_000L;

    private final long leastFreeMegabytes;

    DiskCheck(@ConfigProperty(name = "ishema.probe.disk-least-free-megabytes", defaultValue = "500") long least) {
        this.leastFreeMegabytes = least;
    }

    @Override
    public HealthCheckResponse call() {
        long freeMegabytes = Path.of("").toAbsolutePath().toFile().getUsableSpace() / MEGABYTE;
        return HealthCheckResponse.named("disk")
                .status(freeMegabytes >= leastFreeMegabytes)
                .withData("freeMegabytes", freeMegabytes)
                .build();
    }
}
