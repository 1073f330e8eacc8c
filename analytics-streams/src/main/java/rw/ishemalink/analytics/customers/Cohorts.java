package rw.ishemalink.analytics.customers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.customers.Customer.Bought;

/**
 * What a customer adds to the cohort of those who first bought in the same month. Beside each month there are two groups
 * that months do not add up to, as a person counts once in each: {@link #EVER} and {@link #REPEATED}; likewise
 * {@link #ALL_KINDS} beside each kind.
 */
public final class Cohorts {

    /** Instead of how many months later: at any time. */
    public static final String EVER = "";

    /** Instead of how many months later: at any time, those who bought more than once. */
    public static final String REPEATED = "+";

    /** Instead of a kind: whatever it was. */
    public static final String ALL_KINDS = "";

    private static final long LATEST = 99;
    private static final long TWO_DIGITS = 10;

    private Cohorts() {}

    private record Group(String monthsLater, String kind) {}

    /** All that the customer adds. */
    static Map<Cell, Sums> of(String tenant, Customer customer) {
        OptionalInt first = customer.findFirstMonth();
        if (first.isEmpty()) {
            return Map.of();
        }
        YearMonth firstMonth = month(first.getAsInt());
        Map<Cell, Sums> cells = new HashMap<>();
        groups(customer, firstMonth)
                .forEach((group, bought) -> cells.put(
                        new Cell(
                                Aggregate.COHORTS,
                                tenant,
                                Period.ALL,
                                0,
                                List.of(firstMonth.toString(), group.monthsLater(), group.kind())),
                        Sums.of(Map.of(
                                Measure.PEOPLE,
                                1L,
                                Measure.BOOKINGS,
                                bought.bookings(),
                                Measure.GROSS,
                                bought.grossFrancs()))));
        return cells;
    }

    private static Map<Group, Bought> groups(Customer customer, YearMonth firstMonth) {
        Map<Group, Bought> groups = new HashMap<>();
        customer.bought().forEach((when, bought) -> {
            String later = later(firstMonth, month(when.month()));
            for (String kind : List.of(when.kind(), ALL_KINDS)) {
                groups.merge(new Group(later, kind), bought, Bought::plus);
                groups.merge(new Group(EVER, kind), bought, Bought::plus);
            }
        });
        Map<Group, Bought> repeated = new HashMap<>();
        groups.forEach((group, bought) -> {
            if (group.monthsLater().equals(EVER) && bought.bookings() > 1) {
                repeated.put(new Group(REPEATED, group.kind()), bought);
            }
        });
        groups.putAll(repeated);
        return groups;
    }

    private static String later(YearMonth first, YearMonth month) {
        long months = Math.min(LATEST, ChronoUnit.MONTHS.between(first, month));
        return months < TWO_DIGITS ? "0" + months : Long.toString(months);
    }

    private static YearMonth month(int begin) {
        LocalDate day = Period.day(begin);
        return YearMonth.from(day);
    }
}
