package rw.ishemalink.analytics.cube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rw.ishemalink.analytics.facts.Facts;

/**
 * What one booking, as it stands, adds to which cells: its money where it was paid, its delivery where it was delivered, its
 * end where it was called off. Money that went back is nowhere. Pure. Cells of customers are not made of one booking:
 * they are not here.
 */
public final class Parts {

    private final String tenant;
    private final Map<Cell, Sums> cells = new HashMap<>();

    private Parts(String tenant) {
        this.tenant = tenant;
    }

    /** All that the booking adds to the cells at that home; those to which it adds nothing are left out. */
    public static Map<Cell, Sums> of(Facts facts, Home home) {
        return changes(Facts.none(facts.bookingId(), facts.tenant()), facts, home);
    }

    /**
     * What must be added to the cells at that home, so that what the booking added before is out of them and what it adds
     * now is in; what stays the same is left out. Most events of a booking change little, and little is then done.
     */
    public static Map<Cell, Sums> changes(Facts before, Facts after, Home home) {
        List<Moment> taken = Moments.of(before);
        List<Moment> added = Moments.of(after);
        List<Moment> onlyTaken = without(taken, added);
        List<Moment> onlyAdded = without(added, taken);
        Parts parts = new Parts(after.tenant());
        for (Aggregate aggregate : home.aggregates()) {
            boolean stays = Grouping.stays(aggregate, before, after);
            parts.take(aggregate, before, stays ? onlyTaken : taken);
            parts.add(aggregate, after, stays ? onlyAdded : added);
        }
        parts.cells.values().removeIf(Sums::isZero);
        return parts.cells;
    }

    /** Each of the others takes one of the moments away: two that are equal are two. */
    private static List<Moment> without(List<Moment> moments, List<Moment> others) {
        List<Moment> left = new ArrayList<>(moments);
        others.forEach(left::remove);
        return left;
    }

    private void take(Aggregate aggregate, Facts facts, List<Moment> moments) {
        spread(aggregate, facts, moments, Sums::negative);
    }

    private void add(Aggregate aggregate, Facts facts, List<Moment> moments) {
        spread(aggregate, facts, moments, sums -> sums);
    }

    /** Looks for the group only once there is something to count: most aggregates keep little of what happens. */
    private void spread(Aggregate aggregate, Facts facts, List<Moment> moments, UnaryOperator<Sums> sign) {
        Optional<Grouping> grouping = Optional.empty();
        for (Moment moment : moments) {
            Sums sums = moment.sums().keptBy(aggregate);
            if (!sums.isZero()) {
                grouping = grouping.or(() -> Grouping.find(aggregate, facts));
                grouping.ifPresent(found -> spread(aggregate, found, moment.at(), sign.apply(sums)));
            }
        }
    }

    private void spread(Aggregate aggregate, Grouping grouping, Instant happenedAt, Sums sums) {
        Instant at = grouping.always() == null ? happenedAt : grouping.always();
        for (Period period : aggregate.periods()) {
            cells.merge(new Cell(aggregate, tenant, period, period.begin(at), grouping.group()), sums, Sums::plus);
        }
    }
}
