package rw.ishemalink.local.fuzz;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends shots from so many clients, each the next when its last is answered; all on one event loop. */
final class Range implements AutoCloseable {

    private static final long ANSWER_MILLIS = 30_000;
    private static final int CLIENTS = 48;

    /** What came back; status 0: nothing. */
    record Answer(int status, String body) {}

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;
    private final URI door;
    private int active;

    Range(URI door) {
        this.door = door;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setTrustAll(true)
                        .setVerifyHost(false)
                        .setSsl("https".equals(door.getScheme())),
                new PoolOptions().setHttp1MaxSize(CLIENTS).setMaxWaitQueueSize(-1));
    }

    /** Until there are no more. Both are called on the event loop. */
    void shoot(Supplier<@Nullable Shot> shots, BiConsumer<Shot, Answer> answered) {
        Promise<Void> over = Promise.promise();
        vertx.runOnContext(_ -> {
            active = CLIENTS;
            for (int i = 0; i < CLIENTS; i++) {
                next(shots, answered, over);
            }
        });
        over.future().toCompletionStage().toCompletableFuture().join();
    }

    private void next(Supplier<@Nullable Shot> shots, BiConsumer<Shot, Answer> answered, Promise<Void> over) {
        Shot shot = shots.get();
        if (shot == null) {
            active--;
            if (active == 0) {
                over.complete();
            }
            return;
        }
        var unused = send(shot)
                .otherwise(e -> new Answer(0, String.valueOf(e)))
                .onSuccess(answer -> {
                    answered.accept(shot, answer);
                    next(shots, answered, over);
                })
                .onFailure(over::tryFail);
    }

    private Future<Answer> send(Shot shot) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(shot.request().method()))
                .setHost(door.getHost())
                .setPort(door.getPort())
                .setURI(shot.request().target())
                .setIdleTimeout(ANSWER_MILLIS);
        shot.request().headers().forEach(options::putHeader);
        shot.authorization().ifPresent(token -> options.putHeader("Authorization", token));
        return http.request(options).compose(open -> {
            Future<HttpClientResponse> answer = shot.request()
                    .body()
                    .map(body -> open.send(Buffer.buffer(body)))
                    .orElseGet(open::send);
            return answer.compose(response -> read(open, response));
        });
    }

    /** A stream of events has no end: that it was opened is enough. */
    private static Future<Answer> read(HttpClientRequest open, HttpClientResponse response) {
        String type = response.getHeader("Content-Type");
        if (type != null && type.startsWith("text/event-stream")) {
            var unused = open.reset();
            return Future.succeededFuture(new Answer(response.statusCode(), ""));
        }
        return response.body().map(body -> new Answer(response.statusCode(), body.toString()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
