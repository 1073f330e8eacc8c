package rw.ishemalink.tracking.position;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.tracking.vehicle.DriverVehicles;
import rw.ishemalink.tracking.vehicle.DriverVehicles.DriverVehicle;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BrokerAwayTest {

    @Inject
    DriverVehicles vehicles;

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void while_kafka_does_not_take_positions_the_phone_is_told_to_keep_them_and_when_to_come_again() {
        UUID driver = UUID.randomUUID();
        unitOfWork.run(
                tx -> vehicles.keep(tx.sql(), new DriverVehicle(driver, "ishemalink", UUID.randomUUID(), true), 1));
        QuarkusMock.installMockForType(new PositionLog(new AwayBroker()), PositionLog.class);

        given().auth()
                .oauth2(TestToken.of(Role.DRIVER).person(driver).sign())
                .contentType("application/json")
                .body("{\"latitude\": -1.95, \"longitude\": 30.06, \"recordedAt\": \"2026-05-01T10:00:00Z\"}")
                .post("/api/tracking/positions")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("3"));
    }

    /** Fails as a producer does whose broker cannot be reached: with a future that has failed. */
    private static final class AwayBroker extends MockProducer<String, byte[]> {

        private AwayBroker() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            Future<RecordMetadata> sending = super.send(record);
            errorNext(new TimeoutException("no metadata within 5000 ms"));
            return sending;
        }
    }
}
