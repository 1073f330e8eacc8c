package rw.ishemalink.simulators.money;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A merchant's callback address on a free port. */
public final class CallbackListener implements AutoCloseable {

    public record Heard(String method, String path, String body) {
        public String get(String field) {
            return JsonPath.from(body).getString(field);
        }
    }

    /** How long a test waits for what is a matter of moments. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public CallbackListener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::hear);
        server.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(
                new Heard(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    public List<Heard> heard() {
        return heard;
    }

    /** The paths that were called, in their order. */
    public List<String> paths() {
        return heard.stream().map(Heard::path).toList();
    }

    public void awaitHeard(int times) {
        await().atMost(PATIENCE).until(() -> heard.size() >= times);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
