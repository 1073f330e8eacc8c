package rw.ishemalink.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a part counts as there. */
class LooksTest {

    private static final Duration EVERY = Duration.ofMillis(20);

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean hangs = new AtomicBoolean();
    private final Looks looks = new Looks("looks", EVERY, this::look);

    @AfterEach
    void stop() {
        looks.stop();
    }

    @Test
    void nothing_is_known_before_the_first_look() {
        assertThat(looks.areGood()).isFalse();
        assertThat(looks.orUnknown(7)).isNaN();
    }

    @Test
    void a_part_that_goes_away_and_comes_back_is_told_so() {
        looks.start();
        await().until(() -> looks.orUnknown(7) == 7);
        away.set(true);
        await().until(() -> !looks.areGood());
        away.set(false);
        await().until(looks::areGood);
    }

    @Test
    void a_part_that_no_longer_answers_at_all_is_away_too() {
        looks.start();
        await().until(looks::areGood);
        hangs.set(true);
        await().until(() -> !looks.areGood());
    }

    private void look() {
        if (hangs.get()) {
            LockSupport.park(this);
        }
        if (away.get()) {
            throw new IllegalStateException("away");
        }
    }
}
