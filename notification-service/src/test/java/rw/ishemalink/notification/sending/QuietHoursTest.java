package rw.ishemalink.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private final QuietHours night = QuietHours.parse("21:00-06:00", KIGALI);

    @Test
    void the_night_lasts_from_nine_to_six_in_kigali() {
        assertThat(night.findPause(Instant.parse("2026-11-22T18:59:59Z"))).isEmpty();
        assertThat(night.findPause(Instant.parse("2026-11-22T19:00:00Z"))).contains(Duration.ofHours(9));
        assertThat(night.findPause(Instant.parse("2026-11-23T00:30:00Z"))).contains(Duration.ofMinutes(210));
        assertThat(night.findPause(Instant.parse("2026-11-23T04:00:00Z"))).isEmpty();
    }

    @Test
    void hours_within_one_day_are_quiet_too() {
        QuietHours noon = QuietHours.parse("12:00-13:00", KIGALI);
        assertThat(noon.findPause(Instant.parse("2026-11-22T10:15:00Z"))).contains(Duration.ofMinutes(45));
        assertThat(noon.findPause(Instant.parse("2026-11-22T11:00:00Z"))).isEmpty();
    }

    @Property
    void without_quiet_hours_nothing_ever_waits(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        assertThat(QuietHours.parse("none", KIGALI).findPause(Instant.ofEpochSecond(second)))
                .isEmpty();
    }

    @Property
    void what_waits_may_go_when_the_wait_is_over(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant now = Instant.ofEpochSecond(second);
        Duration pause = night.findPause(now).orElse(Duration.ZERO);
        assertThat(pause).isLessThanOrEqualTo(Duration.ofHours(9));
        assertThat(night.findPause(now.plus(pause))).isEmpty();
    }

    @Test
    void hours_that_are_none_are_said_so_at_the_start() {
        assertThatThrownBy(() -> QuietHours.parse("night", KIGALI)).isInstanceOf(IllegalArgumentException.class);
    }
}
