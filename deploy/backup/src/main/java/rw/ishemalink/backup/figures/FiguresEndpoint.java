package rw.ishemalink.backup.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.function.Supplier;

/** {@code GET /metrics} and {@code GET /health}: 200 while the log is streamed, else 503. */
public final class FiguresEndpoint implements AutoCloseable {

    private final HttpServer server;

    private FiguresEndpoint(HttpServer server) {
        this.server = server;
    }

    /** Listens at that address; port 0 is any. */
    public static FiguresEndpoint start(InetSocketAddress address, Figures figures, Clock clock) {
        try {
            HttpServer server = HttpServer.create(address, 0);
            server.createContext("/metrics", exchange -> answer(exchange, 200, () -> figures.at(clock.instant())));
            server.createContext("/health", exchange -> {
                boolean streams = figures.archive().isConnected();
                answer(exchange, streams ? 200 : 503, () -> streams ? "UP" : "DOWN");
            });
            server.start();
            return new FiguresEndpoint(server);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can listen at " + address, e);
        }
    }

    private static void answer(HttpExchange exchange, int status, Supplier<String> body) throws IOException {
        byte[] text = body.get().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
