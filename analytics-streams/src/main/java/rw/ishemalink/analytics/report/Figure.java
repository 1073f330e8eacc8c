package rw.ishemalink.analytics.report;

import static rw.ishemalink.analytics.cube.Measure.CALLED_OFF;
import static rw.ishemalink.analytics.cube.Measure.DELIVERED;
import static rw.ishemalink.analytics.cube.Measure.ON_TIME;
import static rw.ishemalink.analytics.cube.Measure.PAYMENTS_FAILED;
import static rw.ishemalink.analytics.cube.Measure.PAYMENTS_SUCCEEDED;
import static rw.ishemalink.analytics.cube.Measure.PAYMENT_ATTEMPTS;
import static rw.ishemalink.analytics.cube.Measure.PROMISED;
import static rw.ishemalink.analytics.cube.Measure.RATED;
import static rw.ishemalink.analytics.cube.Measure.STARS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/**
 * What a column of figures says of sums. That of a total is made of the sum of the sums, so that shares and quantiles of it
 * are right, too. One that cannot be told (a share of nothing) is the empty text.
 */
@SuppressWarnings("ImmutableEnumChecker") // The functions are written here and keep nothing.
enum Figure {
    CREATED(count(Measure.CREATED)),
    BOOKINGS(count(Measure.BOOKINGS)),
    DELIVERED_BOOKINGS("delivered", Unit.COUNT, sums -> sums.get(DELIVERED)),
    CALLED_OFF_BOOKINGS("called_off", Unit.COUNT, sums -> sums.get(CALLED_OFF)),
    /** Of the bookings that ended: those that were delivered. */
    COMPLETION(
            "completion_percent",
            Unit.PERCENT,
            sums -> percent(sums.get(DELIVERED), sums.get(DELIVERED) + sums.get(CALLED_OFF))),
    GROSS("gross_rwf", Unit.FRANCS, sums -> sums.get(Measure.GROSS)),
    VAT("vat_rwf", Unit.FRANCS, sums -> sums.get(Measure.VAT)),
    NET("net_rwf", Unit.FRANCS, Sums::net),
    COMMISSION("commission_rwf", Unit.FRANCS, sums -> sums.get(Measure.COMMISSION)),
    WEIGHT("weight_kg", Unit.KILOGRAMS, sums -> sums.get(Measure.WEIGHT_KG)),
    ON_TIME_SHARE("on_time_percent", Unit.PERCENT, sums -> percent(sums.get(ON_TIME), sums.get(PROMISED))),
    RATING("rating_average", Unit.STARS, sums -> ratio(sums.get(STARS), sums.get(RATED), 2)),
    TRANSIT_MEDIAN("transit_median_minutes", Unit.MINUTES, sums -> minutes(sums, 0.5)),
    TRANSIT_SLOWEST("transit_p90_minutes", Unit.MINUTES, sums -> minutes(sums, 0.9)),
    SUCCEEDED(count(PAYMENTS_SUCCEEDED)),
    FAILED(count(PAYMENTS_FAILED)),
    PAYMENT_SUCCESS(
            "payment_success_percent",
            Unit.PERCENT,
            sums -> percent(sums.get(PAYMENTS_SUCCEEDED), sums.get(PAYMENTS_SUCCEEDED) + sums.get(PAYMENTS_FAILED))),
    ATTEMPTS(
            "attempts_per_payment",
            Unit.COUNT,
            sums -> ratio(sums.get(PAYMENT_ATTEMPTS), sums.get(PAYMENTS_SUCCEEDED) + sums.get(PAYMENTS_FAILED), 2)),
    RECEIPTS(count(Measure.RECEIPTS)),
    RECEIPTS_LATE(count(Measure.RECEIPTS_LATE)),
    RECEIPTS_SIGNED_LOCALLY(count(Measure.RECEIPTS_SIGNED_LOCALLY)),
    DISPATCHES_REFUSED(count(Measure.DISPATCHES_REFUSED)),
    VIOLATIONS(count(Measure.VIOLATIONS));

    private final String column;
    private final Unit unit;
    private final Function<Sums, Object> of;

    Figure(String column, Unit unit, Function<Sums, Object> of) {
        this.column = column;
        this.unit = unit;
        this.of = of;
    }

    Figure(Counted counted) {
        this(counted.column, Unit.COUNT, sums -> sums.get(counted.measure));
    }

    private record Counted(String column, Measure measure) {}

    private static Counted count(Measure measure) {
        return new Counted(measure.name().toLowerCase(java.util.Locale.ROOT), measure);
    }

    Column column() {
        return new Column(column, unit);
    }

    /** A Long or a BigDecimal, or the empty text. */
    Object of(Sums sums) {
        return of.apply(sums);
    }

    /** For the order of rows: what cannot be told comes last. */
    double rank(Sums sums) {
        return of(sums) instanceof Number number ? number.doubleValue() : Double.NEGATIVE_INFINITY;
    }

    private static Object percent(long part, long whole) {
        return ratio(Math.multiplyExact(part, 100), whole, 1);
    }

    private static Object ratio(long above, long below, int digits) {
        return below == 0
                ? ""
                : BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), digits, RoundingMode.HALF_UP);
    }

    private static Object minutes(Sums sums, double part) {
        return sums.transit()
                .quantile(part)
                .<Object>map(taken -> BigDecimal.valueOf(taken.toSeconds())
                        .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP)
                        .longValueExact())
                .orElse("");
    }
}
