package rw.ishemalink.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.testing.Patience;

class FlightTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Flight<Integer> flight = new Flight<>();

    @Test
    void however_many_ask_at_once_the_answer_is_made_once() throws InterruptedException, ExecutionException {
        CountDownLatch everybodyAsks = new CountDownLatch(1);
        Supplier<KeptAnswer<Integer>> slow = () -> {
            await(everybodyAsks);
            return next();
        };
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<KeptAnswer<Integer>>> answers = IntStream.range(0, 50)
                    .mapToObj(_ -> callers.submit(() -> flight.answer(slow)))
                    .toList();
            everybodyAsks.countDown();
            for (Future<KeptAnswer<Integer>> answer : answers) {
                assertThat(answer.get().answer()).isPositive();
            }
        }
        // Who came when the first was ready already may have got it or, after its time, the next.
        assertThat(made.get()).isLessThan(50);
    }

    @Test
    void an_answer_does_not_stand_for_ever() {
        assertThat(flight.answer(this::next).answer()).isEqualTo(1);
        Patience.await().until(() -> flight.answer(this::next).answer() > 1);
    }

    @Test
    void a_failure_is_told_to_who_asked_and_not_kept() {
        assertThatThrownBy(() -> flight.answer(() -> {
                    throw ProblemException.unavailable("stores-moving");
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(flight.answer(this::next).answer()).isEqualTo(1);
    }

    private KeptAnswer<Integer> next() {
        int number = made.incrementAndGet();
        return new KeptAnswer<>(number, Integer.toString(number));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
