package rw.ishemalink.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.kit.testing.SuiteResource;

/** Two instances, each with copies of the other's partitions; one is gone from one moment to the next. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class StandbyTest {

    private static final Logger LOG = Logger.getLogger(StandbyTest.class);
    private static final int BOOKINGS = 12;

    private final Published ours = Published.inNewTenant();
    private final CellQuestion question = CellQuestion.of(Aggregate.REVENUE, Optional.of(ours.tenant()), Span.EVER);

    @Test
    void copies_answer_for_who_is_gone_until_the_partitions_are_taken_over(@TempDir Path directory) throws IOException {
        for (int i = 0; i < BOOKINGS; i++) {
            ours.paid();
        }
        String application = "standby-" + UUID.randomUUID();
        try (Instance stays = Instance.start(application, directory, question);
                Instance goes = Instance.start(application, directory, question)) {
            assertThat(goes.hasCopies()).isFalse();
            patience().until(() -> stays.isActive() && goes.isActive());
            patience().until(() -> isWhole(stays) && isWhole(goes));
            patience().until(() -> stays.countCopies(question) > 0 && hasAll(stays));
            patience().until(() -> stays.hasCopies() && goes.hasCopies());

            goes.crash();
            long gone = System.nanoTime();

            // Not one question in between is answered with less, or not at all.
            Answer<CellRow> first = stays.ask(question);
            LOG.infof("the first answer after the crash took %d ms", millisSince(gone));
            assertThat(first.freshness().complete()).isTrue();
            assertThat(first.freshness().standby()).isTrue();
            assertThat(bookings(first)).isEqualTo(BOOKINGS);
            long lagAtFirst = first.freshness().lagMillis();

            patience().until(() -> {
                Answer<CellRow> answer = stays.ask(question);
                assertThat(answer.freshness().complete()).isTrue();
                assertThat(bookings(answer)).isEqualTo(BOOKINGS);
                if (answer.freshness().standby()) {
                    assertThat(answer.freshness().lagMillis()).isGreaterThanOrEqualTo(lagAtFirst);
                }
                return !answer.freshness().standby();
            });
            LOG.infof("partitions were taken over after %d ms", millisSince(gone));
        }
    }

    private boolean isWhole(Instance instance) {
        Answer<CellRow> answer = instance.ask(question);
        return answer.complete() && !answer.freshness().standby() && bookings(answer) == BOOKINGS;
    }

    /** Each partition is worked on here or has a copy here. */
    private boolean hasAll(Instance instance) {
        return instance.countCopies(question) + instance.countActive(question)
                == Aggregate.REVENUE.home().partitions();
    }

    private static long bookings(Answer<CellRow> answer) {
        return CellAnswer.of(answer).total().get(Measure.BOOKINGS);
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    /** Two instances share partitions and copy them: a busy machine takes long for that. */
    private static ConditionFactory patience() {
        return Awaitility.await().atMost(Duration.ofMinutes(3));
    }
}
