package rw.ishemalink.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;

/**
 * From Kafka to 5,000 open WebSockets on 100 trips, each of which moves once a second; clients and broker on the same
 * machine. Prints how long each position took to its screens. Run it with {@code -Dtest=FanOutBenchmark -Dbenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class FanOutBenchmark {

    private static final int TRIPS = 100;
    private static final int VIEWERS = 5_000;
    private static final int SECONDS = 20;
    private static final int AT_ONCE = 50;

    private static final String TRIP = """
            insert into trip (booking_id, tenant, kind, sender_id, driver_id, vehicle_id, assigned_at)
            values (:bookingId, 'ishemalink', 'RIDE', :sender, gen_random_uuid(), :vehicleId, now())""";

    @Inject
    Jdbi jdbi;

    private final UUID sender = UUID.randomUUID();
    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();

    private record Moving(UUID bookingId, UUID vehicleId) {}

    @Test
    void from_kafka_to_the_screens() throws Exception {
        List<Moving> trips = new ArrayList<>();
        for (int i = 0; i < TRIPS; i++) {
            trips.add(begin());
        }
        Vertx vertx = Vertx.vertx();
        try {
            watch(vertx, trips);
            move(trips, 5);
            latencies.clear();
            move(trips, SECONDS);
            AtomicInteger heard = new AtomicInteger();
            Patience.await().pollInterval(Duration.ofSeconds(1)).until(() -> {
                int now = latencies.size();
                return heard.getAndSet(now) == now;
            });
            tell();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        }
    }

    private void tell() {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%n*** %,d messages to %,d viewers of %d trips in %d s: p50 %d ms, p99 %d ms, most %d ms%n",
                sorted.length,
                VIEWERS,
                TRIPS,
                SECONDS,
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }

    private void watch(Vertx vertx, List<Moving> trips) throws Exception {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(VIEWERS));
        String token = TestToken.of(Role.SENDER).person(sender).sign();
        for (int i = 0; i < VIEWERS; i += AT_ONCE) {
            List<io.vertx.core.Future<WebSocket>> opening = new ArrayList<>();
            for (int n = i; n < i + AT_ONCE; n++) {
                opening.add(client.connect(new WebSocketConnectOptions()
                                .setHost("localhost")
                                .setPort(RestAssured.port)
                                .setURI("/api/tracking/bookings/"
                                        + trips.get(n % TRIPS).bookingId() + "/live")
                                .addHeader("Authorization", "Bearer " + token))
                        .onSuccess(socket -> socket.textMessageHandler(this::heard)));
            }
            io.vertx.core.Future.all(opening)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);
        }
    }

    private void heard(String text) {
        int from = text.indexOf("\"receivedAt\":\"") + "\"receivedAt\":\"".length();
        Instant receivedAt = Instant.parse(text.substring(from, text.indexOf('"', from)));
        latencies.add(Duration.between(receivedAt, Instant.now()).toMillis());
    }

    private void move(List<Moving> trips, int seconds) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        Headers headers = new RecordHeaders();
        ContractHeaders.of(Topics.TRACKING_POSITIONS)
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int n = 0; n < seconds * TRIPS; n++) {
                Moving trip = trips.get(n % TRIPS);
                var unused = producer.send(new ProducerRecord<>(
                        Topics.TRACKING_POSITIONS.topicName(),
                        null,
                        trip.vehicleId().toString(),
                        EventWriter.write(Topics.TRACKING_POSITIONS, position(trip)),
                        new RecordHeaders(headers.toArray())));
                // The pace of the load, not a wait for anything.
                TimeUnit.MICROSECONDS.sleep(1_000_000 / TRIPS);
            }
        }
    }

    private static TrackingPosition position(Moving trip) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return TrackingPosition.newBuilder()
                .setTenant("ishemalink")
                .setVehicleId(trip.vehicleId())
                .setDriverId(UUID.randomUUID())
                .setLatitude(-1.95)
                .setLongitude(30.06)
                .setRecordedAt(now)
                .setReceivedAt(now)
                .build();
    }

    private Moving begin() {
        Moving trip = new Moving(UUID.randomUUID(), UUID.randomUUID());
        int rows = jdbi.withHandle(sql -> sql.createUpdate(TRIP)
                .bind("bookingId", trip.bookingId())
                .bind("vehicleId", trip.vehicleId())
                .bind("sender", sender)
                .execute());
        assertThat(rows).isEqualTo(1);
        return trip;
    }
}
