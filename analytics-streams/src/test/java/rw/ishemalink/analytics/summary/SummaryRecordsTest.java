package rw.ishemalink.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.schemas.analytics.AnalyticsSummary;

/** What may leave the country, and what is taken back. */
class SummaryRecordsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-02");
    private static final Instant AS_OF = Instant.parse("2026-10-02T10:00:00Z");
    private static final SummaryChanges.Window WINDOW = new SummaryChanges.Window(DAY, DAY.withDayOfMonth(1));

    private final Map<Cell, Sums> cells = new HashMap<>();

    @Test
    void a_group_of_ten_is_told_and_one_of_nine_is_not() {
        put("ours", "kind=RIDE", 10);
        put("ours", "kind=TICKET", 9);
        assertThat(records().values()).singleElement().satisfies(summary -> {
            assertThat(summary.getGroup()).isEqualTo(Map.of("kind", "RIDE"));
            assertThat(summary.getPeople()).isEqualTo(10);
            assertThat(summary.getBookings()).isEqualTo(10);
            assertThat(summary.getGrossFrancs()).isEqualTo(1_000);
            assertThat(summary.getPeriod()).isEqualTo("DAY");
            assertThat(summary.getSince()).isEqualTo(DAY);
            assertThat(summary.getCountry()).isEqualTo("RW");
            assertThat(summary.getAggregate()).isEqualTo("REVENUE");
            assertThat(summary.getAsOf()).isEqualTo(AS_OF);
        });
    }

    @Test
    void people_of_several_tenants_are_enough_together() {
        put("ours", "kind=RIDE", 4);
        put("theirs", "kind=RIDE", 6);
        assertThat(records().values()).singleElement().satisfies(summary -> assertThat(summary.getPeople())
                .isEqualTo(10));
    }

    @Test
    void a_route_is_between_districts_and_countries() {
        put("ours", "origin=RW-25,destination=UG", 10);
        assertThat(records().values()).singleElement().satisfies(summary -> assertThat(summary.getGroup())
                .isEqualTo(Map.of("origin", "RW-25", "destination", "UG")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kind",
                "driver=0b5c3a9e-0000-0000-0000-000000000000",
                "customer=ab12",
                "operator=0b5c3a9e-0000-0000-0000-000000000000",
                "origin=876ae3b6effffff",
                "origin=RW-2503",
                "origin=,destination=UG",
                "commodity=+250788000001",
                "kind=RIDE,phone=x"
            })
    void a_group_that_says_anything_else_stays_here(String group) {
        put("ours", group, 1_000);
        assertThat(records()).isEmpty();
    }

    @Test
    void the_same_sum_has_the_same_key_whenever_it_is_told() {
        put("ours", "origin=RW-25,destination=UG", 10);
        UUID key = records().keySet().iterator().next();
        cells.clear();
        put("theirs", "destination=UG,origin=RW-25", 25);
        assertThat(records()).containsOnlyKeys(key);
    }

    @Test
    void what_says_the_same_is_not_told_again_and_what_changed_is() {
        put("ours", "kind=RIDE", 10);
        Map<UUID, AnalyticsSummary> before = records();
        Map<UUID, AnalyticsSummary> later = SummaryRecords.of(cells, "RW", AS_OF.plusSeconds(60));
        assertThat(SummaryChanges.of(before, later, WINDOW)).isEqualTo(new SummaryChanges(Map.of(), Set.of()));
        put("ours", "kind=RIDE", 1);
        assertThat(SummaryChanges.of(before, records(), WINDOW).told()).isEqualTo(records());
    }

    @Test
    void a_group_that_became_too_small_is_taken_back() {
        put("ours", "kind=RIDE", 10);
        Map<UUID, AnalyticsSummary> before = records();
        put("ours", "kind=RIDE", -1);
        SummaryChanges changes = SummaryChanges.of(before, records(), WINDOW);
        assertThat(changes.told()).isEmpty();
        assertThat(changes.takenBack()).isEqualTo(before.keySet());
    }

    @Test
    void what_is_longer_ago_than_was_asked_for_stays_as_it_was_told() {
        put("ours", "kind=RIDE", 10);
        SummaryChanges.Window after = new SummaryChanges.Window(DAY.plusDays(1), DAY.plusMonths(1));
        assertThat(SummaryChanges.of(records(), Map.of(), after).takenBack()).isEmpty();
    }

    private Map<UUID, AnalyticsSummary> records() {
        return SummaryRecords.of(cells, "RW", AS_OF);
    }

    private void put(String tenant, String group, long people) {
        cells.merge(
                new Cell(Aggregate.SUMMARIES, tenant, Period.DAY, Period.begin(DAY), List.of("REVENUE", group)),
                Sums.of(Map.of(Measure.PEOPLE, people, Measure.BOOKINGS, people, Measure.GROSS, people * 100)),
                Sums::plus);
    }
}
