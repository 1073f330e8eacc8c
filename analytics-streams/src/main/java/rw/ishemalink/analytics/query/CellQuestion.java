package rw.ishemalink.analytics.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.query.RangeQuery;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/**
 * What an aggregate adds up to.
 *
 * @param tenant whose bookings; empty for everybody's
 * @param spans of which periods; they do not overlap
 * @param prefix values of the first dimensions, if only some groups are wanted
 */
public record CellQuestion(Aggregate aggregate, Optional<String> tenant, List<Span> spans, List<String> prefix)
        implements Question<CellRow> {

    /** After every tenant: their names are ASCII. */
    private static final String BEYOND_ALL = "\uffff";

    private static final String PATH = "/internal/analytics/cells";

    public CellQuestion {
        spans = List.copyOf(spans);
        prefix = List.copyOf(prefix);
        for (Span span : spans) {
            if (!aggregate.periods().contains(span.period())) {
                throw new IllegalArgumentException(aggregate + " has no cells of " + span.period());
            }
        }
        if (prefix.size() > aggregate.dimensions().size()) {
            throw new IllegalArgumentException(aggregate + " is by " + aggregate.dimensions() + ", not " + prefix);
        }
    }

    /** All groups of those periods. */
    public static CellQuestion of(Aggregate aggregate, Optional<String> tenant, List<Span> spans) {
        return new CellQuestion(aggregate, tenant, spans, List.of());
    }

    @Override
    public String store() {
        return aggregate.home().store();
    }

    @Override
    public String countedUpTo() {
        return aggregate.home().countedUpTo();
    }

    @Override
    public Set<Integer> partitions() {
        return IntStream.range(0, aggregate.home().partitions()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Wire<CellRow> wire() {
        return CellWire.CELLS;
    }

    @Override
    public List<CellRow> read(PartitionReader partition) {
        List<CellRow> rows = new ArrayList<>();
        List<String> tenants = tenant.map(List::of).orElseGet(() -> tenants(partition));
        for (String one : tenants) {
            spans.forEach(span -> read(partition, one, span, rows));
        }
        return rows;
    }

    /** Steps from tenant to tenant: who has few bookings is not found by reading those of who has many. */
    private List<String> tenants(PartitionReader partition) {
        List<String> tenants = new ArrayList<>();
        String beyond = "";
        while (true) {
            int known = tenants.size();
            RangeQuery<Cell, Sums> rest = RangeQuery.withRange(
                    cell(beyond, Period.HOUR, Integer.MIN_VALUE, List.of()),
                    cell(BEYOND_ALL, Period.HOUR, Integer.MIN_VALUE, List.of()));
            partition.scan(rest, (cell, _) -> {
                tenants.add(cell.tenant());
                return false;
            });
            if (tenants.size() == known) {
                return tenants;
            }
            beyond = tenants.getLast() + '\u0001';
        }
    }

    private void read(PartitionReader partition, String one, Span span, List<CellRow> rows) {
        partition.scan(range(one, span), (cell, sums) -> {
            if (cell.begin() <= span.last()
                    && cell.group().subList(0, prefix.size()).equals(prefix)) {
                rows.add(new CellRow(cell, sums));
            }
            return true;
        });
    }

    /** Both bounds are included, and the last may be a cell too far. */
    private RangeQuery<Cell, Sums> range(String one, Span span) {
        Cell first = cell(one, span.period(), span.first(), prefix);
        Cell last = span.first() == span.last() && !prefix.isEmpty()
                ? cell(one, span.period(), span.last(), beyondPrefix())
                : cell(one, span.period(), Math.addExact(span.last(), 1), List.of());
        return RangeQuery.withRange(first, last);
    }

    private List<String> beyondPrefix() {
        return Stream.concat(prefix.subList(0, prefix.size() - 1).stream(), Stream.of(prefix.getLast() + '\u0001'))
                .toList();
    }

    /** The first cell that has that group, or one after it. */
    private Cell cell(String one, Period period, int begin, List<String> group) {
        List<String> padded = new ArrayList<>(group);
        while (padded.size() < aggregate.dimensions().size()) {
            padded.add("");
        }
        return new Cell(aggregate, one, period, begin, padded);
    }

    @Override
    public String path() {
        String all = spans.stream().map(span -> "&span=" + span.text()).collect(joining());
        String groups =
                prefix.stream().map(value -> "&prefix=" + encoded(value)).collect(joining());
        return PATH + "?aggregate=" + aggregate + "&tenant=" + encoded(tenant.orElse("*")) + all + groups;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
