package rw.ishemalink.analytics.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Period;

/**
 * What drivers did.
 *
 * @param tenant for whom; empty for everybody
 * @param operator of which operator's only; empty for all
 * @param driver of which one only; empty for all
 */
public record PerformanceQuestion(
        Optional<String> tenant, Optional<String> operator, Optional<String> driver, List<Span> spans)
        implements Question<CellRow> {

    private static final String PATH = "/internal/analytics/drivers/cells";

    public PerformanceQuestion {
        spans = List.copyOf(spans);
        CellQuestion.of(Aggregate.DRIVERS, tenant, spans);
    }

    @Override
    public List<CellRow> read(PartitionReader partition) {
        return cells().read(partition).stream()
                .filter(row ->
                        operator.isEmpty() || operator.get().equals(row.cell().get(Dimension.OPERATOR)))
                .toList();
    }

    private CellQuestion cells() {
        return driver.isEmpty()
                ? CellQuestion.of(Aggregate.DRIVERS, tenant, spans)
                : new CellQuestion(
                        Aggregate.DRIVERS,
                        tenant,
                        spans.stream().flatMap(PerformanceQuestion::each).toList(),
                        List.of(driver.get()));
    }

    /** Each period for itself: one driver's cells are side by side in it, and all drivers' are between two of them. */
    private static Stream<Span> each(Span span) {
        List<Span> each = new ArrayList<>();
        int begin = span.first();
        while (begin <= span.last()) {
            each.add(new Span(span.period(), begin, begin));
            begin = next(span.period(), begin);
        }
        return each.stream();
    }

    private static int next(Period period, int begin) {
        return switch (period) {
            case HOUR -> begin + 1;
            case DAY -> Period.begin(Period.day(begin).plusDays(1));
            case MONTH -> Period.begin(Period.day(begin).plusMonths(1));
            case ALL -> Integer.MAX_VALUE;
        };
    }

    @Override
    public String store() {
        return Aggregate.DRIVERS.home().store();
    }

    @Override
    public String countedUpTo() {
        return Aggregate.DRIVERS.home().countedUpTo();
    }

    @Override
    public Set<Integer> partitions() {
        return CellQuestion.of(Aggregate.DRIVERS, tenant, spans).partitions();
    }

    @Override
    public Wire<CellRow> wire() {
        return CellWire.CELLS;
    }

    @Override
    public String path() {
        return PATH + "?tenant=" + encoded(tenant.orElse("*"))
                + operator.map(id -> "&operator=" + encoded(id)).orElse("")
                + driver.map(id -> "&driver=" + encoded(id)).orElse("")
                + spans.stream().map(span -> "&span=" + span.text()).collect(joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
