package rw.ishemalink.simulators.mtn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultOrder;

/** Sends callbacks, unsigned as MTN does, with its 2 s patience; keeps a log of the last ones. */
@ApplicationScoped
public class CallbackSender {

    private static final int LOG_LIMIT = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A callback that was tried; {@code httpStatus} is null if nobody answered. */
    public record Sent(
            Instant at,
            UUID referenceId,
            String url,
            String method,
            Status said,
            @Nullable Integer httpStatus) {}

    private final Bounded<Long, Sent> log = new Bounded<>(LOG_LIMIT);
    private final AtomicLong numbers = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final WorldClock clock;
    private final ObjectMapper json;

    public CallbackSender(WorldClock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    void send(Transaction transaction, Verdict verdict, FaultOrder order) {
        String url = transaction.callbackUrl();
        if (url == null) {
            return;
        }
        String method = order.callbackMethod().name();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body(transaction, verdict, order)))
                .build();
        var unused = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> note(transaction, url, method, verdict, response));
    }

    List<Sent> listAll() {
        return log.listAll();
    }

    private String body(Transaction transaction, Verdict verdict, FaultOrder order) {
        try {
            return json.writeValueAsString(StatusBody.of(transaction, verdict, order.reasonShape()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a status body cannot be written", impossible);
        }
    }

    private Sent note(
            Transaction transaction, String url, String method, Verdict verdict, @Nullable HttpResponse<?> response) {
        Integer status = response == null ? null : response.statusCode();
        Sent sent = new Sent(clock.instant(), transaction.reference(), url, method, verdict.status(), status);
        log.put(numbers.incrementAndGet(), sent);
        return sent;
    }
}
