package rw.ishemalink.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rw.ishemalink.kit.testing.TestToken;

/** Services behind the door: one that says what it was asked, one that never answers, one that is dead. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    /** Bound, but it does not listen: whoever connects is refused, and nobody else gets the port meanwhile. */
    private final Socket dead = bound();

    @Override
    public Map<String, String> start() {
        String echo = url(listen(FakeServices::echo));
        Map<String, String> config = new HashMap<>();
        List.of("booking-service", "identity-service", "compliance-service")
                .forEach(service -> config.put("ishema.gateway.services." + service + ".origin", echo));
        config.putAll(Map.of(
                "ishema.gateway.services.tracking-service.origin",
                url(listen(request -> {})),
                "ishema.gateway.services.payment-service.origin",
                "http://127.0.0.1:" + dead.getLocalPort(),
                // For all services: long enough for the one that answers, on however busy a machine.
                "ishema.gateway.answer-timeout",
                "10s",
                "ishema.gateway.requests-per-service",
                "16",
                "ishema.gateway.waiting-per-service",
                "16",
                "mp.jwt.verify.issuer",
                TestToken.ISSUER,
                "mp.jwt.verify.publickey.location",
                TestToken.publicKeyLocation(),
                "quarkus.http.test-port",
                "0"));
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

    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var unused = request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("body", body.toString())
                            .put("forwardedFor", request.getHeader("X-Forwarded-For"))
                            .toBuffer());
        });
    }

    private HttpServer listen(Handler<HttpServerRequest> answers) {
        return vertx.createHttpServer()
                .requestHandler(answers)
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
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
