package rw.ishemalink.local.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import rw.ishemalink.local.stack.LocalStack;

/** How many events the inboxes of a stack's services passed over, because they knew them. */
final class Repeats {

    private static final String COUNTED = "ishema_inbox_events_total{";
    private static final String REPEAT = "outcome=\"repeat\"";

    private Repeats() {}

    /** Since the services started. */
    static long count(LocalStack stack) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return stack.services().stream()
                    .filter(service -> service.service().database().isPresent())
                    .mapToLong(service -> count(get(http, service.url().resolve("/q/metrics"))))
                    .sum();
        }
    }

    static long count(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(COUNTED) && line.contains(REPEAT))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String get(HttpClient http, URI metrics) {
        try {
            return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(metrics + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
