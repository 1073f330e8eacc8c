package rw.ishemalink.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.model.Model.Added;

/** Cells as they were found, and what must be true of any. */
final class Cells {

    private static final Set<Measure> MONEY = Set.of(Measure.BOOKINGS, Measure.GROSS);

    private final Set<Home> homes;
    private final Map<Cell, Sums> cells;

    /**
     * The cells at those homes.
     *
     * @param homes no other homes' cells are missed
     */
    Cells(Set<Home> homes, Map<Cell, Sums> cells) {
        this.homes = Set.copyOf(homes);
        this.cells = Map.copyOf(cells);
    }

    /** Cell by cell, none more and none less. */
    void areThoseOf(List<Truth> bookings) {
        assertThat(found()).containsExactlyInAnyOrderEntriesOf(expected(bookings));
    }

    /** The same, without the hours and days that were long ago at that moment. */
    void areThoseThatAreKeptOf(List<Truth> bookings, Instant now) {
        LocalDateTime today =
                now.atZone(ZoneId.of("Africa/Kigali")).toLocalDate().atStartOfDay();
        Map<Cell, Added> kept = expected(bookings);
        kept.keySet().removeIf(cell -> begin(cell)
                .isBefore(
                        switch (cell.period()) {
                            case HOUR -> today.minusDays(35);
                            case DAY -> today.minusYears(3);
                            case MONTH, ALL -> LocalDateTime.MIN;
                        }));
        assertThat(found()).containsExactlyInAnyOrderEntriesOf(kept);
    }

    private Map<Cell, Added> expected(List<Truth> bookings) {
        Map<Cell, Added> expected = new HashMap<>(Model.of(bookings));
        expected.keySet().removeIf(cell -> !homes.contains(cell.aggregate().home()));
        return expected;
    }

    private static LocalDateTime begin(Cell cell) {
        return LocalDateTime.of(1970, 1, 1, 0, 0).plusHours(cell.begin());
    }

    private Map<Cell, Added> found() {
        Map<Cell, Added> found = new HashMap<>();
        cells.forEach((cell, sums) -> found.put(cell, new Added(sums.measures(), sums.transit())));
        return found;
    }

    /** Each thing is counted everywhere or nowhere. */
    void addUp() {
        nothingIsNegativeOrEmpty();
        longerPeriodsAreTheSumOfTheShorter();
        bookingsAndMoneyAreTheSameHoweverTheyAreDivided();
    }

    private void nothingIsNegativeOrEmpty() {
        assertThat(cells.values()).allSatisfy(sums -> {
            assertThat(sums.isZero()).isFalse();
            assertThat(sums.measures().values()).allMatch(value -> value > 0);
        });
    }

    private void longerPeriodsAreTheSumOfTheShorter() {
        for (Aggregate aggregate : Aggregate.values()) {
            List<Period> periods = aggregate.periods();
            for (int i = 1; i < periods.size(); i++) {
                assertThat(overTime(aggregate, periods.get(i)))
                        .as("%s by %s", aggregate, periods.get(i))
                        .isEqualTo(overTime(aggregate, periods.get(i - 1)));
            }
        }
    }

    private Map<List<String>, Sums> overTime(Aggregate aggregate, Period period) {
        Map<List<String>, Sums> all = new HashMap<>();
        cells.forEach((cell, sums) -> {
            if (cell.aggregate() == aggregate && cell.period() == period) {
                List<String> group = new ArrayList<>(cell.group());
                group.add(cell.tenant());
                all.merge(group, sums, Sums::plus);
            }
        });
        return all;
    }

    private void bookingsAndMoneyAreTheSameHoweverTheyAreDivided() {
        for (Measure measure : MONEY) {
            Map<String, Long> revenue = ofAll(Aggregate.REVENUE, measure);
            assertThat(ofAll(Aggregate.ROUTES, measure)).isEqualTo(revenue);
            assertThat(ofAll(Aggregate.HEATMAP, measure)).isEqualTo(revenue);
            assertThat(ofAll(Aggregate.PATTERNS, measure)).isEqualTo(revenue);
        }
        assertThat(ofAll(Aggregate.ROUTES, Measure.DELIVERED))
                .isEqualTo(ofAll(Aggregate.COMPLIANCE, Measure.DELIVERED));
        assertThat(ofAll(Aggregate.PATTERNS, Measure.CREATED)).isEqualTo(ofAll(Aggregate.COMPLIANCE, Measure.CREATED));
    }

    /** By tenant, of all time and all groups. */
    private Map<String, Long> ofAll(Aggregate aggregate, Measure measure) {
        Map<String, Long> all = new HashMap<>();
        cells.forEach((cell, sums) -> {
            if (cell.aggregate() == aggregate && cell.period() == Period.ALL && sums.get(measure) != 0) {
                all.merge(cell.tenant(), sums.get(measure), Long::sum);
            }
        });
        return all;
    }

    /** Nothing of these aggregates is left. */
    void areNotOf(Aggregate... aggregates) {
        assertThat(cells.keySet()).extracting(Cell::aggregate).doesNotContain(aggregates);
    }
}
