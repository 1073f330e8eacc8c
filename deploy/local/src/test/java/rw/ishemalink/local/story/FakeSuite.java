package rw.ishemalink.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Gateway and simulators in one: answers each path as told, and remembers what was sent to it. */
final class FakeSuite implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();

    FakeSuite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** From now on, after what was told before for that request, it is answered so; the last answer stays. */
    FakeSuite answers(String request, int status, String body) {
        synchronized (answers) {
            answers.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(new Answer(status, body));
        }
        return this;
    }

    /** Bodies that were sent with that request, in order. */
    List<String> listBodies(String request) {
        return received.stream()
                .filter(line -> line.startsWith(request + " "))
                .map(line -> line.substring(request.length() + 1))
                .toList();
    }

    /** A story played here, told to that printer. */
    StoryContext context(Consumer<String> printer) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new StoryContext(url, url, "+250788000001", "+250788000002", Duration.ofMinutes(1), printer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        received.add(request + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Answer answer = next(request);
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer next(String request) {
        synchronized (answers) {
            Deque<Answer> told = answers.getOrDefault(request, new ArrayDeque<>());
            if (told.isEmpty()) {
                return new Answer(404, "{}");
            }
            return told.size() == 1 ? told.getFirst() : told.removeFirst();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
