package rw.ishemalink.compliance.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkLoopTest {

    private final Semaphore looks = new Semaphore(0);
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final WorkLoop loop = new WorkLoop("loop-of-a-test", Duration.ofDays(1), () -> {
        meanwhile.getAndSet(() -> {}).run();
        looks.release();
        return false;
    });

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void woken_it_looks_again_however_long_its_pause() throws InterruptedException {
        loop.start();
        assertThat(looksAgain()).isTrue();

        loop.wake();
        assertThat(looksAgain()).isTrue();
    }

    @Test
    void news_that_come_during_a_look_are_not_lost() throws InterruptedException {
        meanwhile.set(loop::wake);
        loop.start();

        assertThat(looksAgain()).isTrue();
        assertThat(looksAgain()).isTrue();
    }

    private boolean looksAgain() throws InterruptedException {
        return looks.tryAcquire(60, TimeUnit.SECONDS);
    }
}
