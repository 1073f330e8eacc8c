package rw.ishemalink.gateway.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks one service how it is. */
@ApplicationScoped
class DeepProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Whether the service and all it needs are up; no answer in time means no. */
    boolean isUp(URI origin) {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/q/health/group/deep"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
