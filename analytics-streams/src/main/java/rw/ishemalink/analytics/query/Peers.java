package rw.ishemalink.analytics.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.streams.state.HostInfo;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.config.AnalyticsConfig;
import rw.ishemalink.kit.outbox.Correlation;

/** Asks the other instances. The caller's own token goes with the question, so they check it as this one did. */
@ApplicationScoped
class Peers {

    private static final Logger LOG = Logger.getLogger(Peers.class);

    private final HttpClient http;
    private final ObjectMapper json;
    private final AnalyticsConfig config;

    Peers(ObjectMapper json, AnalyticsConfig config) {
        this.json = json;
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.peerTimeout()).build();
    }

    /** The instance's part; nothing when it does not answer in time. */
    <T> CompletableFuture<Part<T>> ask(HostInfo instance, Question<?, ?, T> question, String token) {
        URI address = URI.create("http://" + instance.host() + ":" + instance.port() + question.path());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(config.peerTimeout())
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", Correlation.currentId())
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> read(response, question))
                .exceptionally(failure -> unanswered(instance, failure));
    }

    private <T> Part<T> read(HttpResponse<String> response, Question<?, ?, T> question) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        try {
            return json.readValue(
                    response.body(), json.getTypeFactory().constructParametricType(Part.class, question.rowType()));
        } catch (JsonProcessingException e) {
            throw new CompletionException(e);
        }
    }

    private static <T> Part<T> unanswered(HostInfo instance, Throwable failure) {
        LOG.debugf("%s:%d does not answer: %s", instance.host(), instance.port(), failure);
        return Part.nothing();
    }
}
