package rw.ishemalink.booking.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The pace of the queue and what clients are told of it. */
class PaceTest {

    @Test
    void five_hundred_a_minute_are_one_in_120_milliseconds() {
        TokenLevel empty = new TokenLevel(0);
        assertThat(empty.refilled(Duration.ofMillis(119), 500, 500).grant(10)).isZero();
        assertThat(empty.refilled(Duration.ofMillis(120), 500, 500).grant(10)).isEqualTo(1);
        assertThat(empty.refilled(Duration.ofMinutes(1), 500, 500).grant(1_000)).isEqualTo(500);
    }

    @Test
    void a_quiet_night_saves_no_more_than_a_burst() {
        assertThat(new TokenLevel(0).refilled(Duration.ofHours(8), 500, 500)).isEqualTo(new TokenLevel(500));
    }

    @Test
    void a_clock_that_went_back_takes_nothing_away() {
        assertThat(new TokenLevel(7).refilled(Duration.ofMinutes(-3), 500, 500)).isEqualTo(new TokenLevel(7));
    }

    @Test
    void a_bucket_is_never_below_empty() {
        assertThatThrownBy(() -> new TokenLevel(1).minus(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenLevel(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whoever_asks_how_often_no_more_is_granted_than_burst_and_refill(
            @ForAll @Size(max = 50) List<@IntRange(max = 5_000) Integer> pausesMillis,
            @ForAll @IntRange(min = 1, max = 100) int share) {
        TokenLevel level = new TokenLevel(500);
        long passedMillis = 0;
        long granted = 0;
        for (int pauseMillis : pausesMillis) {
            passedMillis += pauseMillis;
            level = level.refilled(Duration.ofMillis(pauseMillis), 500, 500);
            int grant = level.grant(share);
            level = level.minus(grant);
            granted += grant;
        }
        assertThat(granted).isLessThanOrEqualTo(500 + passedMillis * 500 / 60_000 + 1);
    }

    @Test
    void a_client_is_told_its_turn_and_when_it_comes() {
        QueueView view = new QueueView(List.of(10L, 20L, 30L), 0);
        assertThat(view.turn(10, 0)).isEqualTo(1);
        assertThat(view.turn(30, 0)).isEqualTo(3);
        assertThat(view.turn(31, 0)).as("came after the view").isEqualTo(4);
        assertThat(view.turn(32, 1)).as("the second of those").isEqualTo(5);
        assertThat(view.knows(30)).isTrue();
        assertThat(view.knows(31)).isFalse();
        assertThat(view.estimateSeconds(500, 500)).isEqualTo(60);
        assertThat(view.estimateSeconds(40_000, 500)).isEqualTo(4_800);
    }

    @Test
    void what_can_be_done_at_once_is_a_matter_of_a_second() {
        assertThat(new QueueView(List.of(), 500).estimateSeconds(500, 500)).isEqualTo(1);
    }

    @Property
    void who_came_later_never_waits_less(
            @ForAll @IntRange(min = 1, max = 100_000) int turn,
            @ForAll @DoubleRange(max = 500) double tokens,
            @ForAll @IntRange(min = 1, max = 10_000) int perMinute) {
        QueueView view = new QueueView(List.of(), tokens);
        assertThat(view.estimateSeconds(turn + 1, perMinute))
                .isGreaterThanOrEqualTo(view.estimateSeconds(turn, perMinute));
    }
}
