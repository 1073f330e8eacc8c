package rw.ishemalink.simulators.money;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultOrder;

/** Sends callbacks, once each and with limited patience; keeps a log of the last ones. */
public final class CallbackSender {

    private static final int LOG_LIMIT = 1_000;

    /** A callback that was tried; {@code httpStatus} is null if nobody answered. */
    public record Sent(
            Instant at,
            String referenceId,
            String url,
            String method,
            Status said,
            boolean forged,
            @Nullable Integer httpStatus) {}

    private final Bounded<Long, Sent> log = new Bounded<>(LOG_LIMIT);
    private final AtomicLong numbers = new AtomicLong();
    private final HttpClient http;
    private final Duration patience;
    private final WorldClock clock;
    private final Reporting reporting;

    CallbackSender(Duration patience, WorldClock clock, Reporting reporting) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        this.patience = patience;
        this.clock = clock;
        this.reporting = reporting;
    }

    /** Sends, if somebody wants to hear; runs the rest after the answer, or when there will be none. */
    void send(Report report, FaultOrder order, Runnable afterwards) {
        String url = report.transaction().callbackUrl();
        if (url == null) {
            return;
        }
        String method = reporting.method(order);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(reporting.body(report, order)))
                .build();
        var unused = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> note(report, url, method, response))
                .thenRun(afterwards);
    }

    List<Sent> listAll() {
        return log.listAll();
    }

    private Sent note(Report report, String url, String method, @Nullable HttpResponse<?> response) {
        Sent sent = new Sent(
                clock.instant(),
                report.transaction().reference(),
                url,
                method,
                report.verdict().status(),
                report.forged(),
                response == null ? null : response.statusCode());
        log.put(numbers.incrementAndGet(), sent);
        return sent;
    }
}
