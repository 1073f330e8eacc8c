package rw.ishemalink.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Services behind the door that are all up and say nothing else, in place of those of {@link FakeServices}. */
public final class AllUp implements QuarkusTestResourceLifecycleManager {

    private static final byte[] UP = "{\"status\":\"UP\"}".getBytes(UTF_8);
    private static final List<String> SERVICES = List.of(
            "identity-service",
            "booking-service",
            "payment-service",
            "compliance-service",
            "tracking-service",
            "notification-service",
            "analytics-streams");

    private final HttpServer server = server();

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        server.start();
        String origin = "http://127.0.0.1:" + server.getAddress().getPort();
        return SERVICES.stream()
                .collect(Collectors.toMap(service -> "ishema.gateway.services." + service + ".origin", _ -> origin));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, UP.length);
                exchange.getResponseBody().write(UP);
                exchange.close();
            });
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
