package rw.ishemalink.kit.probe;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the schema registry answers. Deep only: traffic goes on without it. */
@ApplicationScoped
@HealthGroup(Deep.GROUP)
class RegistryCheck implements HealthCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final HttpRequest request;

    RegistryCheck(@ConfigProperty(name = "ishema.registry.url") URI registry) {
        this.request = HttpRequest.newBuilder(registry.resolve("/apis/registry/v3/system/info"))
                .timeout(TIMEOUT)
                .build();
    }

    @Override
    public HealthCheckResponse call() {
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return HealthCheckResponse.named("registry").status(status == 200).build();
        } catch (IOException e) {
            return HealthCheckResponse.down("registry");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down("registry");
        }
    }
}
