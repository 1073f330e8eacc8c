package rw.ishemalink.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.testing.Patience;

/** Listens to a stream of events, as a browser would, and remembers what comes. */
final class EventEar implements AutoCloseable {

    /** One event. */
    record Event(String id, String data) {}

    final List<Event> events = new CopyOnWriteArrayList<>();
    final int status;
    final HttpResponse<InputStream> answer;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean ended;

    private EventEar(String path, @Nullable String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept", "text/event-stream");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            answer = http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        status = answer.statusCode();
        Thread.ofPlatform().daemon().name("event-ear").start(this::listen);
    }

    static EventEar on(String path, @Nullable String token) {
        return new EventEar(path, token, null);
    }

    /** One that has been here before. */
    static EventEar after(String path, @Nullable String token, String lastEventId) {
        return new EventEar(path, token, lastEventId);
    }

    /** The first event whose data has that text. */
    Event awaitEvent(String part) {
        Patience.await()
                .until(() -> events.stream().anyMatch(event -> event.data().contains(part)));
        return events.stream()
                .filter(event -> event.data().contains(part))
                .findFirst()
                .orElseThrow();
    }

    void awaitEnd() {
        Patience.await().until(() -> ended);
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            String id = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring("data:".length()).strip();
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, data));
                    data = "";
                }
            }
        } catch (IOException e) {
            // Closed by us, or by the service: either way there is no more to come.
        }
        ended = true;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
