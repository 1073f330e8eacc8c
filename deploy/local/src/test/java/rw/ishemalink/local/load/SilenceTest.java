package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence silence = new Silence();

    @Test
    void the_longest_is_told_once_and_the_one_that_lasts_counts() {
        Awaitility.await().pollDelay(Duration.ofMillis(120)).until(() -> true);
        silence.heard();
        assertThat(silence.longestAnew()).isGreaterThanOrEqualTo(Duration.ofMillis(100));

        Awaitility.await().pollDelay(Duration.ofMillis(120)).until(() -> true);
        assertThat(silence.longestAnew()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(silence.longestAnew()).isLessThan(Duration.ofMillis(100));
    }
}
