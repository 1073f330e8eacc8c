package rw.ishemalink.analytics.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.config.AnalyticsConfig;
import rw.ishemalink.kit.outbox.Correlation;

/** Asks the other instances. The caller's own token goes with the question, so they check it as this one did. */
@ApplicationScoped
public class Peers {

    /** Says {@link Reading} between instances. */
    public static final String READING = "X-Reading";

    private static final Logger LOG = Logger.getLogger(Peers.class);
    private static final long LEFT_ALONE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpClient http;
    private final AnalyticsConfig config;
    private final Map<HostInfo, Long> timedOutAt = new ConcurrentHashMap<>();

    Peers(AnalyticsConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.peerTimeout()).build();
    }

    /** The instance's parts; none when it does not answer in time, and for a second after that. */
    <T> CompletableFuture<List<Part<T>>> ask(HostInfo instance, Question<T> question, Reading reading, Right right) {
        Long timedOut = timedOutAt.get(instance);
        if (timedOut != null && System.nanoTime() - timedOut < LEFT_ALONE_NANOS) {
            return CompletableFuture.completedFuture(List.of());
        }
        String path = right.path(question.path());
        URI address = URI.create("http://" + instance.host() + ":" + instance.port() + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(config.peerTimeout())
                .header(right.header(), right.proof().apply(path))
                .header("X-Correlation-Id", Correlation.currentId())
                .header(READING, reading.name())
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> read(response, question))
                .exceptionally(failure -> unanswered(instance, failure));
    }

    private static <T> List<Part<T>> read(HttpResponse<byte[]> response, Question<T> question) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        try {
            return question.wire().read(response.body());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private <T> List<Part<T>> unanswered(HostInfo instance, Throwable failure) {
        LOG.debugf("%s:%d does not answer: %s", instance.host(), instance.port(), failure);
        if (failure.getCause() instanceof HttpTimeoutException) {
            timedOutAt.put(instance, System.nanoTime());
        }
        return List.of();
    }
}
