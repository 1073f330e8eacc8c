package rw.ishemalink.analytics.live.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listens to a stream of events and remembers its lines. */
final class Ear implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final int status;
    private final Stream<String> body;
    private volatile boolean over;

    private Ear(HttpResponse<Stream<String>> response) {
        status = response.statusCode();
        body = response.body();
        Thread.ofVirtual().start(() -> {
            try {
                body.forEach(lines::add);
            } catch (RuntimeException e) {
                // Closed under it.
            }
            over = true;
        });
    }

    static Ear listen(String address, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream, application/problem+json");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Ear(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
    }

    int status() {
        return status;
    }

    boolean isOver() {
        return over;
    }

    boolean hasBeats(int least) {
        return lines.stream().filter(line -> line.contains("still here")).count() >= least;
    }

    List<String> states() {
        return lines.stream().filter(line -> line.startsWith("data:")).toList();
    }

    List<String> ids() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .toList();
    }

    @Override
    public void close() {
        body.close();
    }
}
