package rw.ishemalink.tracking.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.tracking.geofence.GeoPoint;

class PositionLogTest {

    private static final Position POSITION = new Position(
            "ishemalink",
            UUID.randomUUID(),
            UUID.randomUUID(),
            new GeoPoint(-1.95, 30.06),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH);

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final PositionLog log = new PositionLog(producer);

    @Test
    void the_answer_waits_until_the_broker_has_all_of_them() {
        CompletableFuture<Void> writing = write(3);
        completeNext();
        completeNext();
        assertThat(writing).isNotDone();
        completeNext();
        await().untilAsserted(() -> assertThat(writing).isCompleted());
        assertThat(producer.history()).hasSize(3).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("tracking.positions");
            assertThat(record.key()).isEqualTo(POSITION.vehicleId().toString());
            assertThat(ContractHeaders.getVersion(record.headers())).isPositive();
        });
    }

    @Test
    void when_one_of_them_may_be_lost_the_answer_is_503() {
        CompletableFuture<Void> writing = write(2);
        completeNext();
        await().until(() -> producer.errorNext(new TimeoutException("the batch expired")));
        assertThatThrownBy(writing::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(503));
    }

    private CompletableFuture<Void> write(int count) {
        List<Position> positions = Collections.nCopies(count, POSITION);
        return CompletableFuture.runAsync(() -> log.write(positions));
    }

    private void completeNext() {
        await().until(producer::completeNext);
    }
}
