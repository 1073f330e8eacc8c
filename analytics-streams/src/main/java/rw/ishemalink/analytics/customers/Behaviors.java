package rw.ishemalink.analytics.customers;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.customers.Behavior.ActiveMonth;
import rw.ishemalink.analytics.customers.Behavior.Cohort;
import rw.ishemalink.analytics.customers.Behavior.Total;

/**
 * Says of cohorts what says nothing of few people, also not by subtraction:
 *
 * <ul>
 *   <li>A group is shown when it has at least {@link #LEAST_PEOPLE}, and when those who are left of each larger group, once
 *       it is taken away, are nobody or as many.
 *   <li>What adds up (bookings, money) is given of whole cohorts only, of all kinds together: all kinds less the others
 *       would be the kind that is not shown.
 *   <li>How much all customers ever bought is known from other answers. If that less the cohorts that are shown would be
 *       the bookings of few, one more cohort is left out.
 *   <li>What is left out does not depend on which months are asked for, so that no two answers differ by it; and of all
 *       tenants together only what may be shown of each of them goes in, as each knows its own.
 * </ul>
 */
public final class Behaviors {

    /** As few as in what may leave a country. */
    public static final int LEAST_PEOPLE = 10;

    private final Map<String, Map<Group, Sums>> tenants = new HashMap<>();

    private record Group(String firstMonth, String monthsLater, String kind) {

        Group with(String otherMonthsLater, String otherKind) {
            return new Group(firstMonth, otherMonthsLater, otherKind);
        }
    }

    private Behaviors(Map<Cell, Sums> cohorts) {
        cohorts.forEach((cell, sums) -> tenants.computeIfAbsent(cell.tenant(), _ -> new HashMap<>())
                .put(
                        new Group(
                                cell.get(Dimension.FIRST_MONTH),
                                cell.get(Dimension.MONTHS_LATER),
                                cell.get(Dimension.KIND)),
                        sums));
    }

    /**
     * What those cohorts say.
     *
     * @param kind of what they bought; {@link Cohorts#ALL_KINDS} of whatever it was
     * @param wanted by first months
     */
    public static Behavior of(Map<Cell, Sums> cohorts, String kind, Predicate<YearMonth> wanted) {
        return new Behaviors(cohorts).behavior(kind, wanted);
    }

    private Behavior behavior(String kind, Predicate<YearMonth> wanted) {
        Map<YearMonth, List<Map<Group, Sums>>> byMonth = new TreeMap<>();
        for (Map<Group, Sums> tenant : tenants.values()) {
            Set<Group> hidden = hidden(tenant);
            for (Group group : tenant.keySet()) {
                YearMonth month = YearMonth.parse(group.firstMonth());
                if (group.monthsLater().equals(Cohorts.EVER)
                        && group.kind().equals(kind)
                        && wanted.test(month)
                        && !hidden.contains(group.with(Cohorts.EVER, Cohorts.ALL_KINDS))
                        && isShown(tenant, group)) {
                    byMonth.computeIfAbsent(month, _ -> new ArrayList<>()).add(tenant);
                }
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        byMonth.forEach((month, ofTenants) -> cohorts.add(cohort(month, kind, ofTenants)));
        return new Behavior(total(cohorts, kind.equals(Cohorts.ALL_KINDS)), cohorts);
    }

    /** Cohorts of few, and as many others as it takes that these are few no more. */
    private static Set<Group> hidden(Map<Group, Sums> tenant) {
        List<Group> smallestFirst = tenant.keySet().stream()
                .filter(group -> group.equals(group.with(Cohorts.EVER, Cohorts.ALL_KINDS)))
                .sorted(Comparator.<Group>comparingLong(group -> people(tenant, group))
                        .thenComparing(Group::firstMonth))
                .toList();
        Set<Group> hidden = new HashSet<>();
        long people = 0;
        for (Group group : smallestFirst) {
            boolean few = people(tenant, group) < LEAST_PEOPLE;
            if (few || (people > 0 && people < LEAST_PEOPLE)) {
                hidden.add(group);
                people += people(tenant, group);
            }
        }
        return hidden;
    }

    private static Cohort cohort(YearMonth month, String kind, List<Map<Group, Sums>> ofTenants) {
        Group ever = new Group(month.toString(), Cohorts.EVER, kind);
        long people = people(ofTenants, ever);
        boolean addsUp = kind.equals(Cohorts.ALL_KINDS);
        long bookings = sum(ofTenants, ever, Measure.BOOKINGS);
        return new Cohort(
                month,
                people,
                addsUp ? OptionalLong.of(bookings) : OptionalLong.empty(),
                addsUp ? OptionalLong.of(sum(ofTenants, ever, Measure.GROSS)) : OptionalLong.empty(),
                addsUp ? OptionalDouble.of((double) bookings / people) : OptionalDouble.empty(),
                repeatShare(ofTenants, ever.with(Cohorts.REPEATED, kind), people),
                months(ofTenants, ever, people));
    }

    private static OptionalDouble repeatShare(List<Map<Group, Sums>> ofTenants, Group repeated, long people) {
        return ofTenants.stream().allMatch(tenant -> isShownOrNobody(tenant, repeated))
                ? OptionalDouble.of((double) people(ofTenants, repeated) / people)
                : OptionalDouble.empty();
    }

    private static List<ActiveMonth> months(List<Map<Group, Sums>> ofTenants, Group ever, long people) {
        Map<Integer, Group> later = new TreeMap<>();
        for (Map<Group, Sums> tenant : ofTenants) {
            for (Group group : tenant.keySet()) {
                if (group.firstMonth().equals(ever.firstMonth())
                        && group.kind().equals(ever.kind())
                        && isMonth(group)) {
                    later.put(Integer.parseInt(group.monthsLater()), group);
                }
            }
        }
        List<ActiveMonth> months = new ArrayList<>();
        later.forEach((number, group) -> {
            if (ofTenants.stream().allMatch(tenant -> isShownOrNobody(tenant, group))) {
                long active = people(ofTenants, group);
                months.add(new ActiveMonth(number, active, (double) active / people));
            }
        });
        return months;
    }

    private static boolean isMonth(Group group) {
        return !group.monthsLater().equals(Cohorts.EVER) && !group.monthsLater().equals(Cohorts.REPEATED);
    }

    private static boolean isShownOrNobody(Map<Group, Sums> tenant, Group group) {
        return people(tenant, group) == 0 || isShown(tenant, group);
    }

    /** Whether the group is large enough, and the rest of each group that it is a part of. */
    private static boolean isShown(Map<Group, Sums> tenant, Group group) {
        long people = people(tenant, group);
        return people >= LEAST_PEOPLE
                && wholes(group).stream()
                        .mapToLong(whole -> people(tenant, whole))
                        .filter(whole -> whole > people)
                        .allMatch(whole -> whole - people >= LEAST_PEOPLE);
    }

    /** The groups of which it is a part: of any kind, at any time, and of those who came back if it is one of them. */
    private static List<Group> wholes(Group group) {
        List<Group> wholes = new ArrayList<>();
        for (String kind : List.of(group.kind(), Cohorts.ALL_KINDS)) {
            wholes.add(group.with(group.monthsLater(), kind));
            wholes.add(group.with(Cohorts.EVER, kind));
        }
        // Who bought in a later month has bought before, of whatever kind.
        boolean cameBack = isMonth(group) && Integer.parseInt(group.monthsLater()) > 0;
        if (cameBack || group.monthsLater().equals(Cohorts.REPEATED)) {
            wholes.add(group.with(Cohorts.REPEATED, Cohorts.ALL_KINDS));
        }
        return wholes;
    }

    private static Total total(List<Cohort> cohorts, boolean addsUp) {
        long people = cohorts.stream().mapToLong(Cohort::people).sum();
        long bookings = cohorts.stream()
                .mapToLong(cohort -> cohort.bookings().orElse(0))
                .sum();
        boolean repeatsKnown =
                cohorts.stream().allMatch(cohort -> cohort.repeatShare().isPresent());
        double repeated = cohorts.stream()
                .mapToDouble(cohort -> cohort.repeatShare().orElse(0) * cohort.people())
                .sum();
        return new Total(
                people,
                addsUp ? OptionalLong.of(bookings) : OptionalLong.empty(),
                addsUp && people > 0 ? OptionalDouble.of((double) bookings / people) : OptionalDouble.empty(),
                people > 0 && repeatsKnown ? OptionalDouble.of(repeated / people) : OptionalDouble.empty());
    }

    private static long people(List<Map<Group, Sums>> ofTenants, Group group) {
        return sum(ofTenants, group, Measure.PEOPLE);
    }

    private static long sum(List<Map<Group, Sums>> ofTenants, Group group, Measure measure) {
        return ofTenants.stream()
                .mapToLong(tenant -> tenant.getOrDefault(group, Sums.ZERO).get(measure))
                .sum();
    }

    private static long people(Map<Group, Sums> tenant, Group group) {
        return tenant.getOrDefault(group, Sums.ZERO).get(Measure.PEOPLE);
    }
}
