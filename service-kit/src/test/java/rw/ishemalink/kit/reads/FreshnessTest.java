package rw.ishemalink.kit.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Freshness freshness = new Freshness(Duration.ofSeconds(5));

    @Test
    void aReplicaIsCompleteUntilThePrimaryWasLastSeenWhereItIs() {
        freshness.primaryWasAt(100, SECOND);
        freshness.primaryWasAt(200, 2 * SECOND);
        freshness.primaryWasAt(300, 3 * SECOND);

        assertThat(freshness.completeUntil(300)).hasValue(3 * SECOND);
        assertThat(freshness.completeUntil(299)).hasValue(2 * SECOND);
        assertThat(freshness.completeUntil(100)).hasValue(SECOND);
        assertThat(freshness.completeUntil(99)).isEmpty();
    }

    @Test
    void itIsAsFreshAsThePrimaryWhenNothingHappens() {
        freshness.primaryWasAt(100, SECOND);
        freshness.primaryWasAt(100, 4 * SECOND);

        assertThat(freshness.completeUntil(100)).hasValue(4 * SECOND);
    }

    @Test
    void itIsNotFreshWhenItStoodStillLongerThanTheBound() {
        for (int second = 0; second < 10; second++) {
            freshness.primaryWasAt(100 + second, second * SECOND);
        }

        assertThat(freshness.completeUntil(103)).isEmpty();
        assertThat(freshness.completeUntil(104)).hasValue(4 * SECOND);
    }
}
