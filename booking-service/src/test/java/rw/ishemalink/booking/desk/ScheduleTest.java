package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.problem.ProblemException;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT5M", "PT23H", "P30D"})
    void a_pick_up_can_be_wished_for_from_now_on_up_to_thirty_days_ahead(Duration ahead) {
        assertThat(Schedule.at(NOW.plus(ahead), false, NOW)).isEqualTo(NOW.plus(ahead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT5M1S", "-P1D", "P30DT1S", "P36500D"})
    void at_any_other_time_it_cannot(Duration ahead) {
        assertThatThrownBy(() -> Schedule.at(NOW.plus(ahead), false, NOW))
                .isInstanceOf(ProblemException.class)
                .hasMessage("bad-schedule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT6H", "-P2D"})
    void what_was_wished_for_without_network_and_has_passed_is_wanted_as_soon_as_can_be(Duration ahead) {
        assertThat(Schedule.at(NOW.plus(ahead), true, NOW)).isNull();
    }

    @Test
    void without_a_wish_it_is_as_soon_as_can_be() {
        assertThat(Schedule.at(null, false, NOW)).isNull();
    }

    @Test
    void also_without_network_nobody_books_for_next_year() {
        assertThatThrownBy(() -> Schedule.at(NOW.plus(Duration.ofDays(365)), true, NOW))
                .hasMessage("bad-schedule");
    }

    @Test
    void the_time_is_as_exact_as_the_database_keeps_it() {
        assertThat(Schedule.at(NOW.plusNanos(1_999), false, NOW)).isEqualTo(NOW.plusNanos(1_000));
    }
}
