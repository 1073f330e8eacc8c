package rw.ishemalink.tracking.position;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.netty.channel.DefaultEventLoopGroup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.tracking.device.Device;
import rw.ishemalink.tracking.device.DeviceKey;
import rw.ishemalink.tracking.device.DeviceScope;
import rw.ishemalink.tracking.device.DeviceStore;
import rw.ishemalink.tracking.vehicle.DriverVehicles;
import rw.ishemalink.tracking.vehicle.DriverVehicles.DriverVehicle;

/** What phones are told when their positions cannot be written down. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BrokerAwayTest {

    @Inject
    DriverVehicles vehicles;

    @Inject
    DeviceStore devices;

    @Inject
    UnitOfWork unitOfWork;

    private final UUID driver = UUID.randomUUID();
    private final DeviceKey key = DeviceKey.next();

    @BeforeEach
    void a_driver_with_a_phone_that_has_a_key() {
        unitOfWork.run(tx ->
                vehicles.keep(tx.sql(), new DriverVehicle(driver, "ishemalink", UUID.randomUUID(), null, true), 1));
        DeviceScope scope = new DeviceScope("ishemalink", driver, null, false);
        Device device = devices.register(scope, driver, "phone", null, key);
        assertThat(device.driverId()).isEqualTo(driver);
    }

    @Test
    void while_kafka_does_not_take_positions_the_phone_is_told_to_keep_them_and_when_to_come_again() {
        QuarkusMock.installMockForType(new PositionLog(new AwayBroker(), 10), PositionLog.class);
        report().statusCode(503).contentType("application/problem+json").header("Retry-After", equalTo("3"));
        reportAsTraccarClient().statusCode(503).header("Retry-After", equalTo("3"));
    }

    @Test
    void while_live_positions_take_long_late_ones_are_to_come_again_and_fresh_ones_are_taken() {
        QuarkusMock.installMockForType(new LongDelay(), LiveDelay.class);
        report().statusCode(202);
        report(Instant.now().minus(6, ChronoUnit.HOURS))
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("urn:ishemalink:problem:late-positions-wait"));
        report().statusCode(202);
    }

    @Test
    void when_the_pipe_is_full_the_phone_is_told_to_come_again_soon() {
        QuarkusMock.installMockForType(new PositionLog(new AwayBroker(), 0), PositionLog.class);
        report().statusCode(429).contentType("application/problem+json").header("Retry-After", equalTo("1"));
        reportAsTraccarClient().statusCode(429).header("Retry-After", equalTo("1"));
    }

    @Test
    void a_socket_says_when_to_send_the_message_again() throws InterruptedException {
        QuarkusMock.installMockForType(new PositionLog(new AwayBroker(), 1), PositionLog.class);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        URI address = URI.create(
                "ws://localhost:" + RestAssured.port + "/api/tracking/positions/socket?device=" + key.show());
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(address, new Listening(heard))
                    .join();
            String fix = "{\"latitude\": -1.95, \"longitude\": 30.06, \"recordedAt\": \"%s\"}".formatted(Instant.now());
            socket.sendText(fix, true).join();
            assertThat(heard.poll(Patience.LIMIT.toSeconds(), SECONDS))
                    .isEqualTo("{\"seq\":1,\"retryAfterMillis\":3000}");
            socket.sendText("[" + fix + "," + fix + "]", true).join();
            assertThat(heard.poll(Patience.LIMIT.toSeconds(), SECONDS))
                    .as("no room for two, and the broker is away")
                    .isEqualTo("{\"seq\":2,\"retryAfterMillis\":3000}");
            socket.abort();
        }
    }

    private record Listening(BlockingQueue<String> heard) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }
    }

    private ValidatableResponse report() {
        return report(Instant.now());
    }

    private ValidatableResponse report(Instant recordedAt) {
        return given().auth()
                .oauth2(TestToken.of(Role.DRIVER).person(driver).sign())
                .contentType("application/json")
                .body(Map.of("latitude", -1.95, "longitude", 30.06, "recordedAt", recordedAt.toString()))
                .post("/api/tracking/positions")
                .then();
    }

    private ValidatableResponse reportAsTraccarClient() {
        return given().queryParam("id", key.show())
                .queryParam("lat", -1.95)
                .queryParam("lon", 30.06)
                .queryParam("timestamp", Instant.now().getEpochSecond())
                .get("/api/tracking/devices/osmand")
                .then();
    }

    /** An instance that has far too much to do. */
    @Vetoed
    private static final class LongDelay extends LiveDelay {

        private LongDelay() {
            super(new DefaultEventLoopGroup(1));
        }

        @Override
        Duration now() {
            return Duration.ofDays(1);
        }
    }

    /** Fails as a producer does whose broker cannot be reached. */
    private static final class AwayBroker extends MockProducer<String, byte[]> {

        private AwayBroker() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            Future<RecordMetadata> sending = super.send(record, callback);
            errorNext(new TimeoutException("no metadata within 0 ms"));
            return sending;
        }
    }
}
