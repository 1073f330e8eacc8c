package rw.ishemalink.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

    private final RetryPause pause = new RetryPause(Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Test
    void each_failure_doubles_the_pause() {
        assertThat(pause.after(1, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.after(2, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pause.after(5, 1)).isEqualTo(Duration.ofSeconds(16));
    }

    @Property
    void a_pause_is_never_longer_than_the_longest_nor_shorter_than_half_the_first(
            @ForAll @IntRange(min = 1) int attempts, @ForAll @DoubleRange(max = 1) double spread) {
        assertThat(pause.after(attempts, spread)).isBetween(Duration.ofMillis(500), Duration.ofMinutes(5));
    }
}
