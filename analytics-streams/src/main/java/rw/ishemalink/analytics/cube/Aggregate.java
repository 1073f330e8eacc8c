package rw.ishemalink.analytics.cube;

import static rw.ishemalink.analytics.cube.Dimension.COMMODITY;
import static rw.ishemalink.analytics.cube.Dimension.DESTINATION;
import static rw.ishemalink.analytics.cube.Dimension.DRIVER;
import static rw.ishemalink.analytics.cube.Dimension.FIRST_MONTH;
import static rw.ishemalink.analytics.cube.Dimension.HOUR_OF_WEEK;
import static rw.ishemalink.analytics.cube.Dimension.KIND;
import static rw.ishemalink.analytics.cube.Dimension.MONTHS_LATER;
import static rw.ishemalink.analytics.cube.Dimension.OPERATOR;
import static rw.ishemalink.analytics.cube.Dimension.ORIGIN;
import static rw.ishemalink.analytics.cube.Dimension.ORIGIN_CELL;
import static rw.ishemalink.analytics.cube.Dimension.PROVIDER;
import static rw.ishemalink.analytics.cube.Dimension.SUMMARY;
import static rw.ishemalink.analytics.cube.Dimension.SUMMARY_GROUP;
import static rw.ishemalink.analytics.cube.Dimension.TRAFFIC_CELL;
import static rw.ishemalink.analytics.cube.Period.ALL;
import static rw.ishemalink.analytics.cube.Period.DAY;
import static rw.ishemalink.analytics.cube.Period.HOUR;
import static rw.ishemalink.analytics.cube.Period.MONTH;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is summed up. The order is that of the stores: a new one comes last, and none is ever taken away. A new one counts
 * what happens from then on, until a rebuild counts it from the facts that are kept.
 */
public enum Aggregate {
    /** Money, by who earns and carries it. */
    REVENUE(
            Home.BOOKING,
            List.of(KIND, PROVIDER, OPERATOR),
            List.of(HOUR, DAY, MONTH, ALL),
            EnumSet.of(Measure.BOOKINGS, Measure.GROSS, Measure.VAT, Measure.COMMISSION)),
    /** Where bookings go. */
    ROUTES(
            Home.BOOKING,
            List.of(ORIGIN, DESTINATION, KIND),
            List.of(DAY, MONTH, ALL),
            EnumSet.of(
                    Measure.BOOKINGS,
                    Measure.GROSS,
                    Measure.VAT,
                    Measure.DELIVERED,
                    Measure.WEIGHT_KG,
                    Measure.PROMISED,
                    Measure.ON_TIME,
                    Measure.CALLED_OFF,
                    Measure.TRANSIT_SECONDS)),
    /** What is carried. */
    COMMODITIES(
            Home.BOOKING,
            List.of(COMMODITY),
            List.of(DAY, MONTH, ALL),
            EnumSet.of(Measure.BOOKINGS, Measure.GROSS, Measure.VAT, Measure.DELIVERED, Measure.WEIGHT_KG)),
    /** Where money is made, by district and hour. */
    HEATMAP(
            Home.BOOKING,
            List.of(ORIGIN, KIND),
            List.of(HOUR, DAY, MONTH, ALL),
            EnumSet.of(Measure.BOOKINGS, Measure.GROSS, Measure.VAT, Measure.COMMISSION)),
    /** Where money is made, by cell of the map. */
    HEATMAP_CELLS(
            Home.BOOKING,
            List.of(ORIGIN_CELL, KIND),
            List.of(DAY, MONTH, ALL),
            EnumSet.of(Measure.BOOKINGS, Measure.GROSS)),
    /** When people book, by hour of the week. */
    PATTERNS(
            Home.BOOKING,
            List.of(HOUR_OF_WEEK, KIND),
            List.of(MONTH, ALL),
            EnumSet.of(Measure.BOOKINGS, Measure.GROSS, Measure.DELIVERED, Measure.CALLED_OFF, Measure.CREATED)),
    /** How payments end. */
    PAYMENTS(
            Home.BOOKING,
            List.of(PROVIDER),
            List.of(HOUR, DAY, MONTH, ALL),
            EnumSet.of(Measure.PAYMENTS_SUCCEEDED, Measure.PAYMENTS_FAILED, Measure.PAYMENT_ATTEMPTS)),
    /** How bookings end, and how receipts and dispatches do. */
    COMPLIANCE(
            Home.BOOKING,
            List.of(KIND),
            List.of(HOUR, DAY, MONTH, ALL),
            EnumSet.of(
                    Measure.DELIVERED,
                    Measure.CALLED_OFF,
                    Measure.CREATED,
                    Measure.RECEIPTS,
                    Measure.RECEIPTS_LATE,
                    Measure.RECEIPTS_SIGNED_LOCALLY,
                    Measure.DISPATCHES_REFUSED,
                    Measure.VIOLATIONS)),
    /** What drivers do. */
    DRIVERS(
            Home.DRIVER,
            List.of(DRIVER, OPERATOR, ORIGIN),
            List.of(DAY, MONTH, ALL),
            EnumSet.of(
                    Measure.GROSS,
                    Measure.DELIVERED,
                    Measure.WEIGHT_KG,
                    Measure.PROMISED,
                    Measure.ON_TIME,
                    Measure.RATED,
                    Measure.STARS,
                    Measure.TRANSIT_SECONDS)),
    /** When customers come back. */
    COHORTS(
            Home.CUSTOMER,
            List.of(FIRST_MONTH, MONTHS_LATER, KIND),
            List.of(ALL),
            EnumSet.of(Measure.BOOKINGS, Measure.GROSS, Measure.PEOPLE)),
    /** What may leave a country. */
    SUMMARIES(
            Home.CUSTOMER,
            List.of(SUMMARY, SUMMARY_GROUP),
            List.of(DAY, MONTH),
            EnumSet.of(Measure.BOOKINGS, Measure.GROSS, Measure.DELIVERED, Measure.WEIGHT_KG, Measure.PEOPLE)),
    /** Where traffic is slow. */
    TRAFFIC(
            Home.VEHICLE,
            List.of(TRAFFIC_CELL),
            List.of(HOUR),
            EnumSet.of(Measure.FIXES, Measure.SLOW_FIXES, Measure.SPEED_KMH));

    private final Home home;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, which nothing changes.
    private final List<Dimension> dimensions;

    @SuppressWarnings("ImmutableEnumChecker") // As above.
    private final List<Period> periods;

    @SuppressWarnings("ImmutableEnumChecker") // As above: nobody else has the set beneath.
    private final Set<Measure> measures;

    Aggregate(Home home, List<Dimension> dimensions, List<Period> periods, EnumSet<Measure> measures) {
        this.home = home;
        this.dimensions = dimensions;
        this.periods = periods;
        this.measures = Collections.unmodifiableSet(measures);
    }

    /** Where its cells are added up. */
    public Home home() {
        return home;
    }

    /** By what it tells bookings apart, in the order of a cell's group. Nothing is counted that lacks the first of them. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Of which periods it has cells, the shortest first. */
    public List<Period> periods() {
        return periods;
    }

    /** What its cells add up; of anything else they hold nothing. */
    public Set<Measure> measures() {
        return measures;
    }

    /** Whether its cells know how long each delivery took. */
    public boolean hasTransit() {
        return measures.contains(Measure.TRANSIT_SECONDS);
    }
}
