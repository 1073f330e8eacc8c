package rw.ishemalink.compliance.mds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.mds.RequestedHour.Verdict;

class RequestedHourTest {

    private static final Duration SETTLE = Duration.ofMinutes(5);
    private static final Optional<Instant> LONG_AGO = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T07:30:00Z, NOTHING", // to come
        "2026-11-21T08:30:00Z, NOTHING", // under way
        "2026-11-21T08:59:59.999Z, NOTHING",
        "2026-11-21T09:00:00Z, NOT_YET",
        "2026-11-21T09:04:59.999Z, NOT_YET",
        "2026-11-21T09:05:00Z, KNOWN",
        "2027-11-21T09:05:00Z, KNOWN"
    })
    void an_hour_is_told_of_once_it_is_over_and_settled(Instant now, Verdict verdict) {
        assertThat(hour().at(now, LONG_AGO, SETTLE)).isEqualTo(verdict);
    }

    @Test
    void before_the_first_data_there_was_no_operation() {
        Instant later = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(hour().at(later, Optional.empty(), SETTLE)).isEqualTo(Verdict.NOTHING);
        assertThat(hour().at(later, Optional.of(hour().end()), SETTLE)).isEqualTo(Verdict.NOTHING);
        assertThat(hour().at(later, Optional.of(hour().end().minusMillis(1)), SETTLE))
                .isEqualTo(Verdict.KNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21",
                "2026-11-21T8",
                "2026-11-21T24",
                "2026-02-29T08",
                "2026-11-21T08:00",
                "yesterday"
            })
    void what_is_no_hour_is_none(String text) {
        assertThat(RequestedHour.parse(text)).isEmpty();
    }

    private static RequestedHour hour() {
        return RequestedHour.parse("2026-11-21T08").orElseThrow();
    }
}
