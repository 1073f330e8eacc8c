package rw.ishemalink.tracking.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.tracking.RefusalReason;
import rw.ishemalink.schemas.tracking.TrackingRefusal;
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

    private static final TrackingRefusal REFUSAL = TrackingRefusal.newBuilder()
            .setTenant("ishemalink")
            .setVehicleId(POSITION.vehicleId())
            .setDriverId(POSITION.driverId())
            .setReason(RefusalReason.ZERO_ISLAND)
            .setReceivedAt(Instant.EPOCH)
            .build();

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final PositionLog log = new PositionLog(producer, 3);

    @Test
    void the_answer_waits_until_the_broker_has_all_of_them() {
        CompletableFuture<Void> writing = write(3);
        producer.completeNext();
        producer.completeNext();
        assertThat(writing).isNotDone();
        producer.completeNext();
        assertThat(writing).isCompleted();
        assertThat(producer.history()).hasSize(3).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("tracking.positions");
            assertThat(record.key()).isEqualTo(POSITION.vehicleId().toString());
            assertThat(ContractHeaders.getVersion(record.headers())).isPositive();
        });
    }

    @Test
    void when_one_of_them_may_be_lost_the_answer_is_503() {
        CompletableFuture<Void> writing = write(2);
        producer.completeNext();
        assertThat(writing).isNotDone();
        producer.errorNext(new TimeoutException("the batch expired"));
        assertFailed(writing, 503);
    }

    @Test
    void what_does_not_fit_into_the_pipe_is_429_and_nothing_of_it_is_sent() {
        CompletableFuture<Void> first = write(2);
        assertFailed(write(2), 429);
        assertThat(producer.history()).hasSize(2);
        CompletableFuture<Void> second = write(1);
        while (producer.completeNext()) {}
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(write(3)).as("there is room again").isNotDone();
    }

    @Test
    void while_the_broker_is_away_a_full_pipe_says_so() {
        CompletableFuture<Void> lost = write(1);
        producer.errorNext(new TimeoutException("the batch expired"));
        assertFailed(lost, 503);
        CompletableFuture<Void> waiting = write(3);
        assertFailed(write(1), 503);
        while (producer.completeNext()) {}
        assertThat(waiting).isCompleted();
        assertThat(write(3)).isNotDone();
        assertFailed(write(1), 429);
    }

    @Test
    void a_buffer_that_is_full_is_429_and_the_rest_is_not_tried() {
        producer.sendException = new BufferExhaustedException("no memory within 0 ms");
        assertFailed(write(3), 429);
        producer.sendException = null;
        assertThat(producer.history()).isEmpty();
        CompletableFuture<Void> next = write(3);
        while (producer.completeNext()) {}
        assertThat(next).as("what failed has left the pipe").isCompleted();
    }

    @Test
    void a_refusal_is_waited_for_and_may_be_lost() {
        CompletableFuture<Void> writing =
                log.write(List.of(POSITION), List.of(REFUSAL)).toCompletableFuture();
        producer.completeNext();
        assertThat(writing).isNotDone();
        producer.errorNext(new TimeoutException("the batch expired"));
        assertThat(writing).isCompleted();
        assertThat(producer.history().getLast().topic()).isEqualTo("tracking.refusals");
    }

    private CompletableFuture<Void> write(int count) {
        return log.write(Collections.nCopies(count, POSITION), List.of()).toCompletableFuture();
    }

    private static void assertFailed(CompletableFuture<Void> writing, int status) {
        assertThat(writing).isCompletedExceptionally();
        assertThat(writing.exceptionNow()).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.status())
                .isEqualTo(status));
    }
}
