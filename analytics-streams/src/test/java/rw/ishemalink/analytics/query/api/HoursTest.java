package rw.ishemalink.analytics.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.kit.problem.ProblemException;

/** Which hours a request names. */
class HoursTest {

    /** A quarter past ten in Kigali. */
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-10T08:15:00Z"), ZoneOffset.UTC);

    @Test
    void without_hours_it_is_this_one_and_the_one_before() {
        Hours hours = Hours.parse(null, null, NOW);
        assertThat(Period.time(hours.first())).isEqualTo(LocalDateTime.parse("2026-03-10T09:00"));
        assertThat(Period.time(hours.last())).isEqualTo(LocalDateTime.parse("2026-03-10T10:00"));
    }

    @Test
    void hours_are_those_of_kigali_and_end_now_when_no_end_is_named() {
        Hours hours = Hours.parse("2026-03-09T22", null, NOW);
        assertThat(Period.time(hours.first())).isEqualTo(LocalDateTime.parse("2026-03-09T22:00"));
        assertThat(Period.time(hours.last())).isEqualTo(LocalDateTime.parse("2026-03-10T10:00"));
    }

    @Test
    void a_week_is_the_most() {
        assertThat(Hours.parse("2026-03-01T00", "2026-03-07T23", NOW).spans()).hasSize(1);
        assertThatThrownBy(() -> Hours.parse("2026-03-01T00", "2026-03-08T00", NOW))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-10T10",
        "2026-03-10T24, 2026-03-10T10",
        "yesterday, 2026-03-10T10",
        "2026-03-10T10, 2026-03-10T09",
        "2026-01-10T10, 2026-01-10T12",
        ", 2026-03-10T10"
    })
    void what_is_no_span_of_hours_is_refused(String from, String to) {
        assertThatThrownBy(() -> Hours.parse(from, to, NOW)).isInstanceOf(ProblemException.class);
    }
}
