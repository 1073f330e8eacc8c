package rw.ishemalink.analytics.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.customers.Behavior;
import rw.ishemalink.analytics.customers.Behaviors;
import rw.ishemalink.analytics.customers.Cohorts;

/** The tables of customers. What may be told of them is {@link Behaviors}' to say. */
final class CustomerSections {

    private static final Optional<String> NOTE = Optional.of("all-time");
    private static final Column FIRST_MONTH = new Column("first_month", Unit.TEXT);
    private static final Column PEOPLE = new Column("people", Unit.COUNT);
    private static final Column BACK = new Column("came_back_percent", Unit.PERCENT);

    private CustomerSections() {}

    static List<Section> of(Map<Cell, Sums> cohorts) {
        Behavior behavior = Behaviors.of(cohorts, Cohorts.ALL_KINDS, _ -> true);
        return List.of(cohorts(behavior), months(behavior));
    }

    private static Section cohorts(Behavior behavior) {
        return new Section(
                "customers-by-first-month",
                NOTE,
                List.of(FIRST_MONTH, PEOPLE, Figure.BOOKINGS.column(), Figure.GROSS.column(), BACK),
                behavior.cohorts().stream()
                        .map(cohort -> List.<Object>of(
                                cohort.firstMonth().toString(),
                                cohort.people(),
                                orNothing(cohort.bookings()),
                                orNothing(cohort.grossFrancs()),
                                percent(cohort.repeatShare())))
                        .toList(),
                List.of(
                        "",
                        sum(behavior.cohorts().stream()
                                .map(cohort -> OptionalLong.of(cohort.people()))
                                .toList()),
                        sum(behavior.cohorts().stream()
                                .map(Behavior.Cohort::bookings)
                                .toList()),
                        sum(behavior.cohorts().stream()
                                .map(Behavior.Cohort::grossFrancs)
                                .toList()),
                        ""),
                0,
                Optional.of(new Chart(Chart.Shape.BARS, PEOPLE.name())));
    }

    private static Section months(Behavior behavior) {
        List<List<Object>> rows = new ArrayList<>();
        for (Behavior.Cohort cohort : behavior.cohorts()) {
            cohort.months()
                    .forEach(month -> rows.add(List.of(
                            cohort.firstMonth().toString(),
                            "%02d".formatted(month.monthsLater()),
                            month.people(),
                            percent(OptionalDouble.of(month.share())))));
        }
        return new Section(
                "customers-by-month-after",
                NOTE,
                List.of(FIRST_MONTH, new Column("months_later", Unit.TEXT), PEOPLE, BACK),
                rows,
                List.of("", "", "", ""),
                0,
                Optional.empty());
    }

    private static long sum(List<OptionalLong> values) {
        return values.stream().mapToLong(value -> value.orElse(0)).sum();
    }

    private static Object orNothing(OptionalLong value) {
        return value.isPresent() ? (Object) value.getAsLong() : "";
    }

    private static Object percent(OptionalDouble share) {
        return share.isPresent()
                ? BigDecimal.valueOf(share.getAsDouble()).movePointRight(2).setScale(1, RoundingMode.HALF_UP)
                : "";
    }
}
