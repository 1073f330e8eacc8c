package rw.ishemalink.local.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Thousands of WebSocket clients on one event loop. */
final class SocketClients implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final URI door;
    private final WebSocketClient http;
    private final Queue<WebSocket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();
    private final Consumer<String> listener;

    SocketClients(URI door, int most) {
        this(door, most, _ -> {});
    }

    /** Clients of which each message is told, on their one event loop. */
    SocketClients(URI door, int most, Consumer<String> listener) {
        this.door = door;
        this.listener = listener;
        this.http = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(most));
    }

    /** Opens that many, some at a time; how many were opened. */
    int open(int clients, IntFunction<String> paths, IntFunction<String> tokens) {
        AtomicInteger next = new AtomicInteger();
        List<Future<Void>> lines = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> {
                    Promise<Void> over = Promise.promise();
                    vertx.runOnContext(_ -> openNext(next, clients, paths, tokens, over));
                    return over.future();
                })
                .toList();
        Future.join(lines).toCompletionStage().toCompletableFuture().join();
        return open.size();
    }

    private void openNext(
            AtomicInteger next,
            int clients,
            IntFunction<String> paths,
            IntFunction<String> tokens,
            Promise<Void> over) {
        int number = next.getAndIncrement();
        if (number >= clients) {
            over.complete();
            return;
        }
        var unused = http.connect(new WebSocketConnectOptions()
                        .setHost(door.getHost())
                        .setPort(door.getPort())
                        .setURI(paths.apply(number))
                        .addHeader("Authorization", "Bearer " + tokens.apply(number)))
                .onSuccess(socket -> {
                    socket.textMessageHandler(text -> {
                        heard.incrementAndGet();
                        listener.accept(text);
                    });
                    open.add(socket);
                })
                .onFailure(_ -> failed.incrementAndGet())
                .onComplete(_ -> openNext(next, clients, paths, tokens, over));
    }

    /** How many could not be opened. */
    int failed() {
        return failed.get();
    }

    /** Has each say something; how many heard it come back. */
    int talk(String text) {
        heard.set(0);
        open.forEach(socket -> socket.writeTextMessage(text));
        Waiting.until("the echo of every socket", PATIENCE, () -> heard.get() >= open.size());
        return heard.get();
    }

    /** How many are open still. */
    long stillOpen() {
        return open.stream().filter(socket -> !socket.isClosed()).count();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
