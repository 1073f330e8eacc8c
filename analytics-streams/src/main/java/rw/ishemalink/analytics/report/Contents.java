package rw.ishemalink.analytics.report;

import static rw.ishemalink.analytics.report.Figure.ATTEMPTS;
import static rw.ishemalink.analytics.report.Figure.BOOKINGS;
import static rw.ishemalink.analytics.report.Figure.CALLED_OFF_BOOKINGS;
import static rw.ishemalink.analytics.report.Figure.COMMISSION;
import static rw.ishemalink.analytics.report.Figure.COMPLETION;
import static rw.ishemalink.analytics.report.Figure.CREATED;
import static rw.ishemalink.analytics.report.Figure.DELIVERED_BOOKINGS;
import static rw.ishemalink.analytics.report.Figure.DISPATCHES_REFUSED;
import static rw.ishemalink.analytics.report.Figure.FAILED;
import static rw.ishemalink.analytics.report.Figure.GROSS;
import static rw.ishemalink.analytics.report.Figure.NET;
import static rw.ishemalink.analytics.report.Figure.ON_TIME_SHARE;
import static rw.ishemalink.analytics.report.Figure.PAYMENT_SUCCESS;
import static rw.ishemalink.analytics.report.Figure.RATING;
import static rw.ishemalink.analytics.report.Figure.RECEIPTS;
import static rw.ishemalink.analytics.report.Figure.RECEIPTS_LATE;
import static rw.ishemalink.analytics.report.Figure.RECEIPTS_SIGNED_LOCALLY;
import static rw.ishemalink.analytics.report.Figure.SUCCEEDED;
import static rw.ishemalink.analytics.report.Figure.TRANSIT_MEDIAN;
import static rw.ishemalink.analytics.report.Figure.TRANSIT_SLOWEST;
import static rw.ishemalink.analytics.report.Figure.VAT;
import static rw.ishemalink.analytics.report.Figure.VIOLATIONS;
import static rw.ishemalink.analytics.report.Figure.WEIGHT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.report.By.HourOfDay;
import rw.ishemalink.analytics.report.By.Month;
import rw.ishemalink.analytics.report.By.Of;
import rw.ishemalink.analytics.report.By.Time;
import rw.ishemalink.analytics.report.By.Weekday;
import rw.ishemalink.analytics.report.Chart.Shape;

/** What stands in which report. */
final class Contents {

    /** More drivers or routes than anybody reads on paper. */
    private static final int MOST_RANKED = 100;

    private static final By KIND = new Of(Dimension.KIND);
    private static final By PROVIDER = new Of(Dimension.PROVIDER);
    private static final By OPERATOR = new Of(Dimension.OPERATOR);

    private Contents() {}

    /** The tables of the report, in order. */
    private static List<Table> tables(ReportKind kind) {
        return switch (kind) {
            case RIDE_PATTERNS -> patterns();
            case DRIVER_PERFORMANCE -> drivers();
            case REVENUE -> revenue();
            case GOVERNMENT_COMPLIANCE -> compliance();
            // Of these, sums alone may say too much: see CustomerSections.
            case CUSTOMER_BEHAVIOUR -> List.of();
            case ROUTES -> List.of(routes(MOST_RANKED));
            case COMMODITIES -> List.of(commodities());
            case MONTHLY_SUMMARY -> List.of(months());
        };
    }

    /** Of which aggregates the report is made. */
    static Set<Aggregate> aggregates(ReportKind kind) {
        if (kind == ReportKind.CUSTOMER_BEHAVIOUR) {
            return Set.of(Aggregate.COHORTS);
        }
        return tables(kind).stream()
                .flatMap(table -> table.sources().stream())
                .map(Source::aggregate)
                .collect(Collectors.toSet());
    }

    /** The report's tables of these cells, in order. */
    static List<Section> sections(ReportKind kind, Map<Cell, Sums> cells, ReportDays days) {
        return kind == ReportKind.CUSTOMER_BEHAVIOUR
                ? CustomerSections.of(cells)
                : tables(kind).stream().map(table -> table.of(cells, days)).toList();
    }

    private static List<Table> patterns() {
        Figure[] figures = {CREATED, BOOKINGS, DELIVERED_BOOKINGS, CALLED_OFF_BOOKINGS, COMPLETION, GROSS};
        List<Source> patterns = List.of(Source.all(Aggregate.PATTERNS));
        return List.of(
                Table.of("bookings-by-weekday", patterns, List.of(new Weekday()), figures)
                        .drawnAs(Shape.BARS),
                Table.of("bookings-by-hour", patterns, List.of(new HourOfDay()), figures)
                        .drawnAs(Shape.LINE),
                Table.of("bookings-by-kind", patterns, List.of(KIND), figures));
    }

    private static List<Table> drivers() {
        Figure[] figures = ofDrivers();
        List<Source> drivers = List.of(Source.all(Aggregate.DRIVERS));
        return List.of(
                Table.of("deliveries-by-time", drivers, List.of(new Time()), figures)
                        .drawnAs(Shape.LINE),
                rankedDrivers(MOST_RANKED),
                Table.of("deliveries-by-operator", drivers, List.of(OPERATOR), figures)
                        .bestFirst(DELIVERED_BOOKINGS, MOST_RANKED),
                Table.of("deliveries-by-district", drivers, List.of(new Of(Dimension.ORIGIN)), figures)
                        .drawnAs(Shape.BARS));
    }

    static Table rankedDrivers(int most) {
        return Table.of(
                        "drivers",
                        List.of(Source.all(Aggregate.DRIVERS)),
                        List.of(new Of(Dimension.DRIVER)),
                        ofDrivers())
                .bestFirst(DELIVERED_BOOKINGS, most);
    }

    private static Figure[] ofDrivers() {
        return new Figure[] {DELIVERED_BOOKINGS, GROSS, WEIGHT, ON_TIME_SHARE, RATING, TRANSIT_MEDIAN, TRANSIT_SLOWEST};
    }

    private static List<Table> revenue() {
        Figure[] figures = {GROSS, BOOKINGS, VAT, NET, COMMISSION};
        List<Source> revenue = List.of(Source.all(Aggregate.REVENUE));
        return List.of(
                Table.of("revenue-by-time", revenue, List.of(new Time()), figures)
                        .drawnAs(Shape.LINE),
                revenueByKind(),
                Table.of("revenue-by-provider", revenue, List.of(PROVIDER), figures),
                Table.of("revenue-by-operator", revenue, List.of(OPERATOR), figures)
                        .bestFirst(GROSS, MOST_RANKED),
                payments());
    }

    static Table revenueByKind() {
        return Table.of(
                        "revenue-by-kind",
                        List.of(Source.all(Aggregate.REVENUE)),
                        List.of(KIND),
                        GROSS,
                        BOOKINGS,
                        VAT,
                        NET,
                        COMMISSION)
                .drawnAs(Shape.BARS);
    }

    static Table payments() {
        return Table.of(
                "payments-by-provider",
                List.of(Source.all(Aggregate.PAYMENTS)),
                List.of(PROVIDER),
                SUCCEEDED,
                FAILED,
                PAYMENT_SUCCESS,
                ATTEMPTS);
    }

    private static List<Table> compliance() {
        List<Source> compliance = List.of(Source.all(Aggregate.COMPLIANCE));
        return List.of(
                Table.of(
                                "receipts-by-time",
                                compliance,
                                List.of(new Time()),
                                RECEIPTS,
                                RECEIPTS_LATE,
                                RECEIPTS_SIGNED_LOCALLY,
                                DISPATCHES_REFUSED,
                                VIOLATIONS)
                        .drawnAs(Shape.LINE),
                complianceByKind());
    }

    static Table complianceByKind() {
        return Table.of(
                "compliance-by-kind",
                List.of(Source.all(Aggregate.COMPLIANCE)),
                List.of(KIND),
                CREATED,
                DELIVERED_BOOKINGS,
                CALLED_OFF_BOOKINGS,
                COMPLETION,
                RECEIPTS,
                RECEIPTS_LATE,
                RECEIPTS_SIGNED_LOCALLY,
                DISPATCHES_REFUSED,
                VIOLATIONS);
    }

    static Table routes(int most) {
        return Table.of(
                        "routes",
                        List.of(Source.all(Aggregate.ROUTES)),
                        List.of(new Of(Dimension.ORIGIN), new Of(Dimension.DESTINATION)),
                        DELIVERED_BOOKINGS,
                        BOOKINGS,
                        GROSS,
                        WEIGHT,
                        ON_TIME_SHARE,
                        TRANSIT_MEDIAN,
                        TRANSIT_SLOWEST)
                .bestFirst(DELIVERED_BOOKINGS, most)
                .drawnAs(Shape.BARS);
    }

    static Table commodities() {
        return Table.of(
                        "commodities",
                        List.of(Source.all(Aggregate.COMMODITIES)),
                        List.of(new Of(Dimension.COMMODITY)),
                        WEIGHT,
                        BOOKINGS,
                        DELIVERED_BOOKINGS,
                        GROSS)
                .bestFirst(WEIGHT, MOST_RANKED)
                .drawnAs(Shape.BARS);
    }

    private static Table months() {
        return Table.of(
                        "months",
                        List.of(
                                Source.of(
                                        Aggregate.REVENUE,
                                        Measure.BOOKINGS,
                                        Measure.GROSS,
                                        Measure.VAT,
                                        Measure.COMMISSION),
                                Source.of(
                                        Aggregate.COMPLIANCE,
                                        Measure.CREATED,
                                        Measure.DELIVERED,
                                        Measure.CALLED_OFF,
                                        Measure.RECEIPTS,
                                        Measure.RECEIPTS_LATE,
                                        Measure.VIOLATIONS),
                                Source.of(Aggregate.PAYMENTS, Measure.PAYMENTS_SUCCEEDED, Measure.PAYMENTS_FAILED)),
                        List.of(new Month()),
                        GROSS,
                        BOOKINGS,
                        VAT,
                        NET,
                        COMMISSION,
                        CREATED,
                        DELIVERED_BOOKINGS,
                        CALLED_OFF_BOOKINGS,
                        COMPLETION,
                        PAYMENT_SUCCESS,
                        RECEIPTS,
                        RECEIPTS_LATE,
                        VIOLATIONS)
                .drawnAs(Shape.BARS);
    }
}
