package rw.ishemalink.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.utils.Bytes;

/** What the bytes of cells and sums promise. */
class CellCodecProperties {

    @Property
    void a_cell_is_read_as_it_was_written(@ForAll("cells") Cell cell) {
        assertThat(CellCodec.cell(CellCodec.key(cell))).isEqualTo(cell);
    }

    @Property
    void sums_are_read_as_they_were_written(@ForAll("sums") Sums sums) {
        assertThat(CellCodec.sums(CellCodec.value(sums))).isEqualTo(sums);
    }

    @Property
    void what_was_added_can_be_taken_away_again(@ForAll("sums") Sums kept, @ForAll("sums") Sums takenBack) {
        assertThat(kept.plus(takenBack).plus(takenBack.negative())).isEqualTo(kept);
    }

    @Property
    void a_span_of_time_is_a_range_of_keys(
            @ForAll("cells") Cell cell, @ForAll("hours") int from, @ForAll("hours") int to) {
        assertThat(isWithin(cell, first(cell, from), first(cell, to + 1)))
                .isEqualTo(cell.begin() >= from && cell.begin() <= to);
    }

    @Property
    void cells_of_others_are_in_no_range(@ForAll("cells") Cell cell, @ForAll("cells") Cell other) {
        assertThat(isWithin(other, first(cell, Integer.MIN_VALUE), first(cell, Integer.MAX_VALUE)))
                .isEqualTo(other.aggregate() == cell.aggregate()
                        && other.tenant().equals(cell.tenant())
                        && other.period() == cell.period());
    }

    private static boolean isWithin(Cell cell, Cell first, Cell beyond) {
        Bytes key = CellCodec.key(cell);
        return key.compareTo(CellCodec.key(first)) >= 0 && key.compareTo(CellCodec.key(beyond)) < 0;
    }

    /** Of that beginning no cell is before it: all its groups are empty. */
    private static Cell first(Cell cell, int begin) {
        List<String> group = Collections.nCopies(cell.aggregate().dimensions().size(), "");
        return new Cell(cell.aggregate(), cell.tenant(), cell.period(), begin, group);
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(-1_000, 1_000);
    }

    @Provide
    Arbitrary<Cell> cells() {
        Arbitrary<String> words =
                Arbitraries.of("", "RW-25", "a", "ab", "RIDE", "é", "00000000-0000-7000-8000-000000000001");
        return Arbitraries.of(Aggregate.class).flatMap(aggregate -> Combinators.combine(
                        Arbitraries.of("ishemalink", "ishema", "safeboda"),
                        Arbitraries.of(aggregate.periods()),
                        hours(),
                        words.list().ofSize(aggregate.dimensions().size()))
                .as((tenant, period, begin, group) -> new Cell(aggregate, tenant, period, begin, group)));
    }

    @Provide
    Arbitrary<Sums> sums() {
        Arbitrary<Map<Measure, Long>> measures = Arbitraries.maps(
                Arbitraries.of(Measure.class), Arbitraries.longs().between(-1L << 60, 1L << 60));
        Arbitrary<Durations> transit = Arbitraries.integers()
                .between(0, 10_000_000)
                .list()
                .ofMaxSize(20)
                .map(seconds -> seconds.stream()
                        .map(Duration::ofSeconds)
                        .map(Durations::of)
                        .reduce(Durations.NONE, Durations::plus));
        return Combinators.combine(measures, transit).as(Sums::of);
    }
}
