package rw.ishemalink.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import rw.ishemalink.kit.testing.TestToken;

/** Services behind the door: one that says what it was asked, one that never answers in time, one that is dead. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer echo = server(FakeServices::echo);
    private final HttpServer slow = server(this::never);

    /** Bound, but it does not listen: whoever connects is refused, and nobody else gets the port meanwhile. */
    private final Socket dead = bound();

    @Override
    public Map<String, String> start() {
        echo.start();
        slow.start();
        return Map.of(
                "ishema.gateway.services.booking-service.origin",
                url(echo),
                "ishema.gateway.services.identity-service.origin",
                url(echo),
                "ishema.gateway.services.tracking-service.origin",
                url(slow),
                "ishema.gateway.services.payment-service.origin",
                "http://127.0.0.1:" + dead.getLocalPort(),
                // For all services: long enough for the one that answers, on however busy a machine.
                "ishema.gateway.answer-timeout",
                "10s",
                "ishema.gateway.connections-per-service",
                "2",
                "ishema.gateway.waiting-per-service",
                "2",
                "mp.jwt.verify.issuer",
                TestToken.ISSUER,
                "mp.jwt.verify.publickey.location",
                TestToken.publicKeyLocation(),
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        end.countDown();
        echo.stop(0);
        slow.stop(0);
        try {
            dead.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String said = "{\"method\": \"%s\", \"uri\": \"%s\", \"body\": \"%s\", \"forwardedFor\": \"%s\"}"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                        exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(said.getBytes(UTF_8));
        exchange.close();
    }

    private void never(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", handler);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Socket bound() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
