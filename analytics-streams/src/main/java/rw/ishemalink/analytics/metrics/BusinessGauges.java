package rw.ishemalink.analytics.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.CellRow;
import rw.ishemalink.analytics.query.LocalStores;
import rw.ishemalink.analytics.query.Part;
import rw.ishemalink.analytics.query.Reading;
import rw.ishemalink.analytics.query.Span;

/**
 * Today's figures by tenant ({@link TodayGauge}) and, by where cells are added up, on how many partitions this instance
 * works, how far it is behind and how long ago the latest event happened that it counted. Each instance tells what is in
 * its own partitions, so the sum over instances is the suite's.
 */
@ApplicationScoped
class BusinessGauges {

    private static final Logger LOG = Logger.getLogger(BusinessGauges.class);
    private static final int EVERY_SECONDS = 10;
    private static final double MILLIS_OF_A_SECOND = 1000;

    private final LocalStores stores;
    private final Map<TodayGauge, MultiGauge> today = new EnumMap<>(TodayGauge.class);
    private final MultiGauge partitions;
    private final MultiGauge lag;
    private final MultiGauge age;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("business-gauges").daemon().factory());

    BusinessGauges(LocalStores stores, MeterRegistry meters) {
        this.stores = stores;
        for (TodayGauge gauge : TodayGauge.values()) {
            today.put(gauge, gauge(gauge.meter(), gauge.description(), meters));
        }
        this.partitions = gauge("ishema.analytics.partitions", "partitions on which this instance works", meters);
        this.lag = gauge("ishema.analytics.lag.millis", "how far this instance is behind", meters);
        this.age = gauge("ishema.analytics.counted.age.seconds", "since the latest event that was counted", meters);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry meters) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::read, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void read() {
        try {
            tellToday();
            tellStreams();
        } catch (RuntimeException e) {
            LOG.warnf("today's figures could not be told, trying again: %s", e);
        }
    }

    private void tellToday() {
        Map<Aggregate, List<CellRow>> rows = new EnumMap<>(Aggregate.class);
        today.forEach((gauge, meter) ->
                meter.register(rows(gauge, rows.computeIfAbsent(gauge.aggregate(), this::cellsOfToday)), true));
    }

    private List<CellRow> cellsOfToday(Aggregate aggregate) {
        return parts(aggregate).stream().flatMap(part -> part.rows().stream()).toList();
    }

    private List<Part<CellRow>> parts(Aggregate aggregate) {
        LocalDate day = LocalDate.now(Period.KIGALI);
        List<Span> spans = aggregate.periods().contains(Period.DAY) ? Span.days(day, day) : Span.hours(day, day);
        return stores.answer(CellQuestion.of(aggregate, Optional.empty(), spans), Reading.ACTIVE);
    }

    private static List<Row<?>> rows(TodayGauge gauge, List<CellRow> cells) {
        String by = gauge.by().name().toLowerCase(Locale.ROOT);
        Map<Tags, Long> sums = cells.stream()
                .collect(Collectors.groupingBy(
                        row -> Tags.of(
                                "tenant", row.cell().tenant(), by, row.cell().get(gauge.by())),
                        Collectors.summingLong(row -> row.sums().get(gauge.measure()))));
        List<Row<?>> rows = new ArrayList<>();
        sums.forEach((tags, sum) -> rows.add(Row.of(tags, sum)));
        return rows;
    }

    private void tellStreams() {
        List<Row<?>> here = new ArrayList<>();
        List<Row<?>> behind = new ArrayList<>();
        List<Row<?>> since = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (Home home : Home.values()) {
            List<Part<CellRow>> parts = parts(smallest(home));
            Tags tags = Tags.of("home", home.name());
            here.add(Row.of(tags, parts.size()));
            parts.stream().mapToLong(Part::lagMillis).max().ifPresent(millis -> behind.add(Row.of(tags, millis)));
            parts.stream()
                    .mapToLong(Part::countedUpToMillis)
                    .filter(millis -> millis > 0)
                    .max()
                    .ifPresent(millis -> since.add(Row.of(tags, (now - millis) / MILLIS_OF_A_SECOND)));
        }
        partitions.register(here, true);
        lag.register(behind, true);
        age.register(since, true);
    }

    /** One of the home's aggregates that has few cells of today. */
    private static Aggregate smallest(Home home) {
        return switch (home) {
            case BOOKING -> Aggregate.PAYMENTS;
            case DRIVER -> Aggregate.DRIVERS;
            case CUSTOMER -> Aggregate.SUMMARIES;
            case VEHICLE -> Aggregate.TRAFFIC;
        };
    }
}
