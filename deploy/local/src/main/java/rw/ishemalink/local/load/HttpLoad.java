package rw.ishemalink.local.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Closed-loop clients: each has a connection of its own and sends its next request when the last one is answered. All
 * run on one event loop, so that they take as little of the machine as they can.
 */
final class HttpLoad implements AutoCloseable {

    private static final long ANSWER_MILLIS = 30_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final URI service;

    HttpLoad(URI service) {
        this.service = service;
    }

    /**
     * Sends requests from that many clients, until the time is over or there are no more, and waits for the last answer.
     *
     * @param requests the next request; empty: no more
     * @param answered hears each answer's status and body
     */
    LoadResult run(
            int clients,
            Duration time,
            Supplier<Optional<LoadRequest>> requests,
            BiConsumer<LoadRequest, Answer> answered) {
        HttpClient http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(clients).setMaxWaitQueueSize(-1));
        Run run = new Run(http, System.nanoTime() + time.toNanos(), requests, answered);
        long begin = System.nanoTime();
        Promise<Void> over = Promise.promise();
        vertx.runOnContext(_ -> run.start(clients, over));
        over.future().toCompletionStage().toCompletableFuture().join();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        var unused = http.close();
        return new LoadResult(clients, taken, run.statuses, run.micros);
    }

    /** An answer; status 0 is none. */
    record Answer(int status, String body) {}

    /** One run; everything in it happens on the one event loop. */
    private final class Run {

        private final HttpClient http;
        private final long endNanos;
        private final Supplier<Optional<LoadRequest>> requests;
        private final BiConsumer<LoadRequest, Answer> answered;
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        private int active;

        Run(
                HttpClient http,
                long endNanos,
                Supplier<Optional<LoadRequest>> requests,
                BiConsumer<LoadRequest, Answer> answered) {
            this.http = http;
            this.endNanos = endNanos;
            this.requests = requests;
            this.answered = answered;
        }

        void start(int clients, Promise<Void> over) {
            active = clients;
            for (int i = 0; i < clients; i++) {
                next(over);
            }
        }

        private void next(Promise<Void> over) {
            Optional<LoadRequest> request = System.nanoTime() < endNanos ? requests.get() : Optional.empty();
            if (request.isEmpty()) {
                active--;
                if (active == 0) {
                    over.complete();
                }
                return;
            }
            long sent = System.nanoTime();
            var unused = send(request.get())
                    .otherwise(e -> new Answer(0, String.valueOf(e.getMessage())))
                    .onSuccess(answer -> {
                        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent));
                        statuses.merge(answer.status(), 1L, Long::sum);
                        answered.accept(request.get(), answer);
                        next(over);
                    });
        }

        private Future<Answer> send(LoadRequest request) {
            return http.request(new RequestOptions()
                            .setMethod(request.method())
                            .setHost(service.getHost())
                            .setPort(service.getPort())
                            .setURI(request.path())
                            .setIdleTimeout(ANSWER_MILLIS)
                            .putHeader("Authorization", "Bearer " + request.token())
                            .putHeader("Content-Type", "application/json"))
                    .compose(open -> open.send(Buffer.buffer(request.body())))
                    .compose(answer -> answer.body().map(body -> new Answer(answer.statusCode(), body.toString())));
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
