package rw.ishemalink.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import rw.ishemalink.local.stack.Certificate;

/** Services behind the door: one that says what it was asked, one that never answers, one that is dead. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    /** Bound, but it does not listen: whoever connects is refused, and nobody else gets the port meanwhile. */
    private final Socket dead = bound();

    /** What the one that answers says of itself; told by {@code /well/true} or {@code /well/false}. */
    private final AtomicBoolean well = new AtomicBoolean(true);

    @Override
    public Map<String, String> start() {
        String echo = url(listen(this::echo));
        Map<String, String> config = new HashMap<>();
        List.of("booking-service", "identity-service", "compliance-service")
                .forEach(service -> config.put("ishema.gateway.services." + service + ".origin", echo));
        config.putAll(Map.ofEntries(
                Map.entry("ishema.gateway.services.tracking-service.origin", url(listen(request -> {}))),
                Map.entry("ishema.gateway.services.payment-service.origin", "http://127.0.0.1:" + dead.getLocalPort()),
                // For all services: long enough for the one that answers, on however busy a machine.
                Map.entry("ishema.gateway.answer-timeout", "10s"),
                Map.entry("ishema.gateway.requests-per-service", "16"),
                Map.entry("ishema.gateway.waiting-per-service", "16"),
                Map.entry("ishema.gateway.services.tracking-service.max-body", "1K"),
                // Services that were never well are not put into maintenance; only the one that says what it is told
                // is.
                Map.entry("ishema.gateway.upkeep.every", "100ms"),
                Map.entry("ishema.gateway.upkeep.retry", "100ms"),
                Map.entry("ishema.gateway.upkeep.failures", "5"),
                Map.entry("ishema.gateway.upkeep.of", "5"),
                Map.entry("ishema.gateway.upkeep.look-every", "50ms"),
                Map.entry("ishema.gateway.limits.reads.per-address", "1000000/1m"),
                Map.entry("ishema.gateway.limits.reads.per-person", "1000000/1m"),
                Map.entry("ishema.gateway.limits.writes.per-address", "1000000/1m"),
                Map.entry("ishema.gateway.limits.codes.per-address", "1000000/1m"),
                Map.entry("ishema.gateway.limits.few.requests", "/api/quotes"),
                Map.entry("ishema.gateway.limits.few.per-address", "3/24h"),
                Map.entry("ishema.gateway.limits.mine.requests", "/api/privacy"),
                Map.entry("ishema.gateway.limits.mine.per-person", "2/24h"),
                Map.entry("quarkus.http.test-ssl-port", "0")));
        config.putAll(selfSigned());
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        try {
            dead.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A certificate as the local stack makes one. */
    private static Map<String, String> selfSigned() {
        Path store = Certificate.in(Path.of(System.getProperty("java.io.tmpdir"), "door-" + UUID.randomUUID()))
                .getOrCreate("test-password");
        return Map.of(
                "quarkus.http.ssl.certificate.key-store-file",
                store.toString(),
                "quarkus.http.ssl.certificate.key-store-password",
                "test-password");
    }

    private void echo(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        if (path.equals("/q/health/ready")) {
            var unused =
                    request.response().setStatusCode(well.get() ? 200 : 503).end();
            return;
        }
        if (path.startsWith("/well/")) {
            well.set(path.endsWith("true"));
            var unused = request.response().end();
            return;
        }
        if (path.endsWith("/stream")) {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            var unused = request.response().write("data: muraho\n\n");
            return;
        }
        request.body().onSuccess(body -> {
            var unused = request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-Correlation-Id", String.valueOf(request.getHeader("X-Correlation-Id")))
                    .end(new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("body", body.toString())
                            .put("correlationId", request.getHeader("X-Correlation-Id"))
                            .put("forwardedFor", request.getHeader("X-Forwarded-For"))
                            .toBuffer());
        });
    }

    /** Says what it hears; asked for it, whose token it was given, or goodbye. */
    private static void talk(ServerWebSocket socket) {
        socket.textMessageHandler(text -> {
            var unused =
                    switch (text) {
                        case "who" ->
                            socket.writeTextMessage(
                                    String.valueOf(socket.headers().get("Authorization")) + " " + socket.uri());
                        case "bye" -> socket.close((short) 4001, "bye");
                        default -> socket.writeTextMessage(text);
                    };
        });
    }

    private HttpServer listen(Handler<HttpServerRequest> answers) {
        return vertx.createHttpServer()
                .requestHandler(answers)
                .webSocketHandler(FakeServices::talk)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.actualPort();
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
