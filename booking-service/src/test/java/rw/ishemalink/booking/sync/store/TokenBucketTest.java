package rw.ishemalink.booking.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.sync.DrainByHand;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** The pace that all instances of a cell share. The cells here do not refill: what is counted is the burst. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(DrainByHand.class)
class TokenBucketTest {

    private static final int WORKERS = 16;
    private static final int BURST = 40;
    private static final int SHARE = 7;

    @Inject
    UnitOfWork unitOfWork;

    private final String cell = "cell-" + UUID.randomUUID();

    @BeforeEach
    void something_is_due() {
        Map<String, Object> action = Map.of(
                "syncId", UUID.randomUUID(),
                "type", "CONFIRM",
                "clientTime", Instant.now().toString(),
                "bookingId", UUID.randomUUID());
        Someone.sender()
                .posts(Map.of("device", "d", "actions", List.of(action)), "/api/sync")
                .statusCode(200);
    }

    @Test
    void however_many_ask_at_once_no_more_is_granted_than_there_is() throws Exception {
        List<Integer> granted = AtOnce.run(WORKERS, () -> bucketOf(cell).take());
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(BURST);
        assertThat(granted).allMatch(one -> one <= SHARE);
        assertThat(bucketOf(cell).take()).isZero();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        Bucket bucket = bucketOf(cell);
        assertThat(bucket.take()).isEqualTo(SHARE);
        unitOfWork.run(tx -> bucket.bucket().giveBack(tx.sql(), SHARE));
        double level = unitOfWork.read(bucket.bucket()::level);
        assertThat((int) level).isEqualTo(BURST);
    }

    @Test
    void cells_do_not_share() {
        List<Integer> shares = Stream.generate(bucketOf(cell)::take)
                .takeWhile(share -> share > 0)
                .toList();
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(BURST);
        assertThat(bucketOf(cell + "-other").take()).isEqualTo(SHARE);
    }

    /** A bucket, and how one worker takes its share. */
    private record Bucket(TokenBucket bucket, UnitOfWork unitOfWork) {

        int take() {
            return unitOfWork.call(tx -> bucket.take(tx.sql(), SHARE));
        }
    }

    private Bucket bucketOf(String name) {
        return new Bucket(new TokenBucket(name, 0, BURST), unitOfWork);
    }
}
