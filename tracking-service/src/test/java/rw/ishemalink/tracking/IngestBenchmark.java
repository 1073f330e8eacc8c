package rw.ishemalink.tracking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.fleet.DriverStatus;

/**
 * How many fixes come in, with the client, the service and the broker on the same machine: one by one and in batches of
 * 500, as the door sends them (HTTP/2 over few connections). Prints figures, and what a request costs in processor time
 * by thread, which says something on a busy machine, too ({@code thread-}: the client). Run it with {@code -Dtest=IngestBenchmark
 * -Dbenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class IngestBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 5;
    private static final int BATCH = 500;
    private static final int GROUPS_SHOWN = 8;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Journey journey = new Journey(BookingKind.RIDE);
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false),
            new PoolOptions().setHttp2MaxSize(4).setMaxWaitQueueSize(-1));

    @Test
    void one_by_one_and_in_batches() throws InterruptedException {
        journey.fleet(DriverStatus.ACTIVE);
        journey.awaitDriver();
        String one = fix();
        String many = "[" + (one + ",").repeat(BATCH - 1) + one + "]";
        for (int round = 1; round <= ROUNDS; round++) {
            run("one by one, 400 at once", 400, one, 1);
            run("batches of 500, 16 at once", 16, many, BATCH);
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static String fix() {
        return ("{\"latitude\":-1.95,\"longitude\":30.06,\"speedKmh\":42.5,\"bearingDegrees\":120,\"accuracyMetres\":6,"
                        + "\"recordedAt\":\"%s\"}")
                .formatted(Instant.now());
    }

    private void run(String name, int clients, String body, int fixes) throws InterruptedException {
        Run run = new Run(
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost("localhost")
                        .setPort(RestAssured.port)
                        .setURI(Journey.POSITIONS)
                        .putHeader("Authorization", "Bearer " + journey.driverToken())
                        .putHeader("Content-Type", "application/json"),
                Buffer.buffer(body),
                clients);
        Map<String, Long> cpuBefore = cpuNanos();
        long begin = System.nanoTime();
        run.begin();
        double seconds = (System.nanoTime() - begin) / 1e9;
        String cost = cpuNanos().entrySet().stream()
                .map(group -> Map.entry(group.getKey(), group.getValue() - cpuBefore.getOrDefault(group.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(GROUPS_SHOWN)
                .map(group -> "%s %.1f".formatted(group.getKey(), group.getValue() / 1_000.0 / run.count()))
                .collect(Collectors.joining(", "));
        System.out.printf(
                "%s: %,.0f requests/s, %,.0f fixes/s, mean %.1f ms, %s; µs a request: %s%n",
                name,
                run.count() / seconds,
                run.taken() * fixes / seconds,
                clients * seconds * 1_000 / run.count(),
                run.statuses,
                cost);
    }

    /** Of live threads, by name without numbers. */
    private static Map<String, Long> cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> nanos = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                String group = DIGITS.matcher(thread.getThreadName()).replaceAll("");
                nanos.merge(group, Math.max(0, threads.getThreadCpuTime(thread.getThreadId())), Long::sum);
            }
        }
        return nanos;
    }

    private final class Run {

        private final RequestOptions options;
        private final Buffer body;
        private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
        private final CountDownLatch active;
        private final int clients;
        private final long end = System.nanoTime() + ROUND.toNanos();

        Run(RequestOptions options, Buffer body, int clients) {
            this.options = options;
            this.body = body;
            this.clients = clients;
            this.active = new CountDownLatch(clients);
        }

        void begin() throws InterruptedException {
            for (int i = 0; i < clients; i++) {
                vertx.runOnContext(_ -> next());
            }
            active.await();
        }

        private void next() {
            if (System.nanoTime() >= end) {
                active.countDown();
                return;
            }
            var unused = http.request(options)
                    .compose(request -> request.send(body))
                    .compose(answer -> answer.end().map(_ -> answer.statusCode()))
                    .otherwise(0)
                    .onSuccess(status -> {
                        statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
                        next();
                    });
        }

        long count() {
            return statuses.values().stream().mapToLong(LongAdder::sum).sum();
        }

        long taken() {
            LongAdder accepted = statuses.get(202);
            return accepted == null ? 0 : accepted.sum();
        }
    }
}
