package rw.ishemalink.booking.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRulesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Kigali is two hours ahead of UTC, all year. */
    @ParameterizedTest(name = "published at {0}, a version begins on {1} at the earliest")
    @CsvSource({
        "2026-11-20T08:00:00Z, 2026-11-21",
        "2026-11-20T21:57:59Z, 2026-11-21",
        "2026-11-20T21:58:00Z, 2026-11-22",
        "2026-11-20T21:59:59Z, 2026-11-22",
        "2026-11-20T22:00:00Z, 2026-11-22"
    })
    void a_version_begins_when_every_instance_has_heard_of_it(Instant now, LocalDate earliest) {
        assertThat(VersionRules.earliest(now, MINUTE)).isEqualTo(earliest);
    }

    @Test
    void a_version_begins_within_three_years() {
        assertThat(VersionRules.latest(Instant.parse("2026-11-20T22:00:00Z"))).isEqualTo("2029-11-21");
    }

    @Test
    void the_first_version_of_a_year_has_number_1() {
        assertThat(name("2027-03-01", "CARGO-2026-1", "CARGO-2026-2")).isEqualTo("CARGO-2027-1");
        assertThat(name("2027-03-01")).isEqualTo("CARGO-2027-1");
    }

    @Test
    void the_next_version_of_a_year_counts_on_from_the_highest() {
        assertThat(name("2027-03-01", "CARGO-2027-9", "CARGO-2027-10", "CARGO-2027-2"))
                .isEqualTo("CARGO-2027-11");
    }

    @Test
    void a_name_that_a_person_chose_takes_no_number() {
        assertThat(name("2027-03-01", "CARGO-2027-spring", "CARGO-2027-", "CARGO-20271-7", "CARGO-2027-99999999999"))
                .isEqualTo("CARGO-2027-1");
    }

    @Test
    void only_a_version_that_begins_on_the_very_day_takes_the_day() {
        CargoTariff first = Tariffs.cargo("2026-01-01");
        assertThat(VersionRules.findBeginningOn(LocalDate.parse("2026-01-01"), List.of(first)))
                .contains(first);
        assertThat(VersionRules.findBeginningOn(LocalDate.parse("2026-01-02"), List.of(first)))
                .isEmpty();
    }

    private static String name(String effectiveFrom, String... existing) {
        List<CargoTariff> versions = List.of(existing).stream()
                .map(version -> new CargoTariff(
                        version, "a policy", LocalDate.parse("2026-01-01"), 1, new RoadFactor(100), 0, 0, 0, 0))
                .toList();
        return VersionRules.name("CARGO", LocalDate.parse(effectiveFrom), versions);
    }
}
