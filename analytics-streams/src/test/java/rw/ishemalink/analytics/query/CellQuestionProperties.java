package rw.ishemalink.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.RangeQuery;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.CellCodec;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/** A question reads the cells it asks for, each once, and no other, whatever else the store has. */
class CellQuestionProperties {

    private static final List<Aggregate> AGGREGATES =
            List.of(Aggregate.REVENUE, Aggregate.ROUTES, Aggregate.COMMODITIES, Aggregate.PATTERNS);

    @Property
    void the_rows_are_the_cells_asked_for(
            @ForAll("stores") List<Cell> store, @ForAll("questions") CellQuestion question) {
        Map<Cell, Sums> read = rows(question, new Sorted(store));

        assertThat(read.keySet())
                .containsExactlyInAnyOrderElementsOf(store.stream()
                        .distinct()
                        .filter(cell -> asksFor(question, cell))
                        .toList());
    }

    @Property
    void rows_are_the_same_after_the_way_from_instance_to_instance(@ForAll("stores") List<Cell> store)
            throws IOException {
        List<CellRow> rows =
                CellQuestion.of(Aggregate.ROUTES, Optional.empty(), Span.EVER).read(new Sorted(store));
        List<Part<CellRow>> parts = List.of(new Part<>(3, true, 17, 4, rows), new Part<>(1, false, 0, 0, List.of()));

        assertThat(CellWire.CELLS.read(CellWire.CELLS.write(parts))).isEqualTo(parts);
    }

    private static Map<Cell, Sums> rows(CellQuestion question, PartitionReader partition) {
        Map<Cell, Sums> rows = new HashMap<>();
        for (CellRow row : question.read(partition)) {
            assertThat(rows.put(row.cell(), row.sums())).isNull();
        }
        return rows;
    }

    private static boolean asksFor(CellQuestion question, Cell cell) {
        return cell.aggregate() == question.aggregate()
                && question.tenant().map(cell.tenant()::equals).orElse(true)
                && cell.group().subList(0, question.prefix().size()).equals(question.prefix())
                && question.spans().stream()
                        .anyMatch(span -> span.period() == cell.period()
                                && span.first() <= cell.begin()
                                && cell.begin() <= span.last());
    }

    /** A partition in memory, in the order of the keys' bytes. */
    private static final class Sorted implements PartitionReader {

        private final TreeMap<Bytes, Sums> entries = new TreeMap<>();

        Sorted(List<Cell> cells) {
            cells.forEach(cell -> entries.put(CellCodec.key(cell), Sums.of(Measure.GROSS, cell.begin())));
        }

        @Override
        public <R> Optional<R> findIn(String other, Query<R> query) {
            return Optional.empty();
        }

        @Override
        @SuppressWarnings("unchecked") // The questions of these tests are about cells.
        public <K, V> void scan(RangeQuery<K, V> range, BiPredicate<K, V> each) {
            Bytes first = CellCodec.key((Cell) range.getLowerBound().orElseThrow());
            Bytes last = CellCodec.key((Cell) range.getUpperBound().orElseThrow());
            Map<Bytes, Sums> found = entries.subMap(first, true, last, true);
            for (Map.Entry<Bytes, Sums> entry : found.entrySet()) {
                if (!each.test((K) CellCodec.cell(entry.getKey()), (V) entry.getValue())) {
                    return;
                }
            }
        }

        @Override
        public <K, V> Optional<V> find(K key) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<List<Cell>> stores() {
        return Arbitraries.of(AGGREGATES)
                .flatMap(aggregate -> Combinators.combine(
                                Arbitraries.of("ishema", "ishemalink", "safeboda"),
                                Arbitraries.of(aggregate.periods()),
                                Arbitraries.integers().between(-3, 3),
                                words().list().ofSize(aggregate.dimensions().size()))
                        .as((tenant, period, begin, group) ->
                                new Cell(aggregate, tenant, period, period == Period.ALL ? 0 : begin, group)))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<CellQuestion> questions() {
        return Arbitraries.of(AGGREGATES).flatMap(aggregate -> Combinators.combine(
                        Arbitraries.of("ishema", "ishemalink", "nobody").optional(),
                        Arbitraries.of(aggregate.periods()),
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.integers().between(0, 4),
                        words().list().ofMaxSize(aggregate.dimensions().size()))
                .as((tenant, period, first, more, prefix) ->
                        new CellQuestion(aggregate, tenant, List.of(span(period, first, more)), prefix)));
    }

    private static Span span(Period period, int first, int more) {
        return period == Period.ALL ? Span.EVER.getFirst() : new Span(period, first, first + more);
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of("", "RIDE", "RIDES", "RW-25", "RW-2", "a");
    }
}
