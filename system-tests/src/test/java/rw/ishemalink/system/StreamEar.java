package rw.ishemalink.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to server-sent events, as a browser without a login would, and remembers what they said. */
final class StreamEar implements AutoCloseable {

    private static final String DATA = "data:";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    StreamEar(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d".formatted(address.getPath(), answer.statusCode()));
        }
        Thread.ofPlatform().daemon().name("stream-ear").start(() -> listen(answer.body()));
    }

    /** The data of each event so far. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Whether the stream is over. */
    boolean isEnded() {
        return ended;
    }

    private HttpResponse<Stream<String>> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void listen(Stream<String> lines) {
        try (lines) {
            lines.filter(line -> line.startsWith(DATA))
                    .map(line -> line.substring(DATA.length()).strip())
                    .forEach(heard::add);
            ended = true;
        } catch (UncheckedIOException e) {
            // Closed by us: there is no more to come.
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
