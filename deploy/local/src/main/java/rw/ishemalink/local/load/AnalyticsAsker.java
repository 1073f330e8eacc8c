package rw.ishemalink.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks analytics in the name of one tenant: whichever instance answers, the last one first. */
final class AnalyticsAsker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final String REVENUE = "/api/analytics/revenue";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<URI> instances;
    private final String token;
    private int preferred;

    /** Of the first instance. */
    AnalyticsAsker(AnalyticsRun run, String tenant) {
        this(List.of(run.stack().url(AnalyticsRun.ANALYTICS)), run.token(tenant));
    }

    AnalyticsAsker(List<URI> instances, String token) {
        this.instances = List.copyOf(instances);
        this.token = token;
    }

    /** How many bookings brought money; 0 while nobody answers. */
    long countBookings() {
        return find(REVENUE)
                .map(answer -> answer.at("/total/bookings").asLong())
                .orElse(0L);
    }

    /** The answer about revenue, if there is one. */
    Optional<JsonNode> findRevenue() {
        return find(REVENUE);
    }

    /**
     * The answer.
     *
     * @throws IllegalStateException when there is none
     */
    JsonNode get(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("no answer to " + path));
    }

    /** The answer of the first instance that gives one. */
    Optional<JsonNode> find(String path) {
        for (int i = 0; i < instances.size(); i++) {
            Optional<JsonNode> answer = ask(instances.get(preferred), path);
            if (answer.isPresent()) {
                return answer;
            }
            preferred = (preferred + 1) % instances.size();
        }
        return Optional.empty();
    }

    private Optional<JsonNode> ask(URI instance, String path) {
        HttpRequest request = HttpRequest.newBuilder(instance.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
