package rw.ishemalink.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.problem.ProblemException;

class StopPlannerTest {

    private static final MultiDrop DROP = new MultiDrop(
            Towns.KIGALI,
            Optional.empty(),
            Instant.EPOCH,
            List.of(new Stop(Towns.HUYE, Duration.ZERO, Optional.empty(), 1)),
            List.of(10));

    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void who_comes_while_enough_others_plan_is_told_to_come_again_and_served_later() throws Exception {
        StopPlanner planner = new StopPlanner(
                (from, to) -> {
                    begun.release();
                    awaitOpening();
                    return RoadFactors.leg(from, to, RoadProfile.TRUCK);
                },
                2,
                Duration.ofSeconds(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<StopPlan> first = threads.submit(() -> planner.plan(DROP));
            Future<StopPlan> second = threads.submit(() -> planner.plan(DROP));
            begun.acquire(2);
            assertThatThrownBy(() -> planner.plan(DROP)).isInstanceOfSatisfying(ProblemException.class, busy -> {
                assertThat(busy.status()).isEqualTo(429);
                assertThat(busy.code()).isEqualTo("stop-planner-busy");
            });
            open.countDown();
            assertThat(first.get()).isEqualTo(second.get());
        }
        assertThat(planner.plan(DROP).tours()).hasSize(1);
    }

    @Test
    void a_plan_that_fails_leaves_its_place() {
        AtomicBoolean broken = new AtomicBoolean(true);
        StopPlanner planner = new StopPlanner(
                (from, to) -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no roads");
                    }
                    return RoadFactors.leg(from, to, RoadProfile.TRUCK);
                },
                1,
                Duration.ofSeconds(1));
        assertThatThrownBy(() -> planner.plan(DROP)).isInstanceOf(IllegalStateException.class);
        broken.set(false);
        assertThat(planner.plan(DROP).unserved()).isEmpty();
    }

    private void awaitOpening() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
