package rw.ishemalink.booking.quote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A value is read anew in time, by one asker, and nobody else waits. */
class RefreshedTest {

    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicLong seconds = new AtomicLong();
    private final Refreshed<Integer> refreshed = new Refreshed<>(
            () -> {
                readings.incrementAndGet();
                if (stored.get() < 0) {
                    throw new IllegalStateException("the database is away");
                }
                return stored.get();
            },
            Duration.ofSeconds(60),
            () -> TimeUnit.SECONDS.toNanos(seconds.get()));

    @Test
    void a_young_value_is_not_read_again() {
        stored.set(2);
        seconds.set(29);
        assertThat(refreshed.get()).isEqualTo(1);
        assertThat(readings).hasValue(1);
    }

    @Test
    void a_value_in_the_second_half_of_its_life_is_read_anew() {
        stored.set(2);
        seconds.set(30);
        assertThat(refreshed.get()).isEqualTo(2);
        assertThat(refreshed.get()).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void a_value_is_never_older_than_its_life() {
        stored.set(2);
        seconds.set(60);
        assertThat(refreshed.get()).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void while_the_database_is_away_a_value_counts_to_the_end_of_its_life_and_no_longer() {
        stored.set(-1);
        seconds.set(59);
        assertThat(refreshed.get()).isEqualTo(1);
        seconds.set(60);
        assertThatThrownBy(refreshed::get).hasMessage("the database is away");
        stored.set(3);
        assertThat(refreshed.get()).isEqualTo(3);
    }

    @Test
    void while_one_reads_anew_the_others_go_on_with_what_is_there() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Refreshed<Integer> slow = new Refreshed<>(
                () -> {
                    int reading = asked.incrementAndGet();
                    if (reading > 1) {
                        begun.countDown();
                        await(mayEnd);
                    }
                    return reading;
                },
                Duration.ofSeconds(60),
                () -> TimeUnit.SECONDS.toNanos(seconds.get()));
        seconds.set(30);
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reader = one.submit(slow::get);
            await(begun);
            assertThat(slow.get()).isEqualTo(1);
            mayEnd.countDown();
            assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo(2);
        }
        assertThat(slow.get()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
