package rw.ishemalink.tracking.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When late fixes wait for live ones. */
class LateFixesTest {

    private static final Duration LONG = Duration.ofMillis(250);
    private static final Duration SHORT = Duration.ofMillis(249);

    private final Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final LateFixes late = new LateFixes(Duration.ofMinutes(1), LONG);

    @Test
    void what_is_late_waits_while_live_positions_take_long() {
        assertThat(late.wait(now.minusSeconds(4), now, LONG)).isTrue();
        assertThat(late.wait(now.minusSeconds(4), now, SHORT)).isFalse();
    }

    @Test
    void where_nobody_is_live_nobody_waits() {
        assertThat(late.wait(now.minusSeconds(5), now, LONG)).isFalse();
        assertThat(late.wait(Instant.EPOCH, now, LONG)).isFalse();
    }

    @Test
    void a_request_with_one_fresh_fix_is_not_late() {
        assertThat(late.areLate(fixes(now.minusSeconds(7_200), now.minusSeconds(61)), now))
                .isTrue();
        assertThat(late.areLate(fixes(now.minusSeconds(7_200), now.minusSeconds(60)), now))
                .isFalse();
    }

    @Test
    void what_has_no_time_is_judged_and_not_put_off() {
        assertThat(late.areLate(fixes(now.minusSeconds(7_200), null), now)).isFalse();
        assertThat(late.areLate(List.of(), now)).isFalse();
    }

    @Test
    void a_loop_is_late_by_what_its_task_waited_and_by_what_it_waits_now() {
        LoopDelay loop = new LoopDelay(Duration.ofMillis(50), 0);
        assertThat(loop.nanos(millis(40))).isZero();
        loop.ran(millis(53));
        assertThat(loop.nanos(millis(60))).isEqualTo(millis(3));
        assertThat(loop.nanos(millis(403))).as("due since 103").isEqualTo(millis(300));
        loop.ran(millis(403));
        loop.ran(millis(453));
        assertThat(loop.nanos(millis(460))).isZero();
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static List<Fix> fixes(@Nullable Instant... times) {
        return Arrays.stream(times).map(LateFixesTest::fix).toList();
    }

    private static Fix fix(@Nullable Instant recordedAt) {
        return new Fix(null, -1.95, 30.06, null, null, null, null, null, null, null, recordedAt);
    }
}
