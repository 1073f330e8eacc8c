package rw.ishemalink.analytics.drivers;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Stream;

/** By what drivers are ranked. Each order is a total one: who is equal in all else comes in the order of ids. */
public enum By {
    /** Most deliveries; of equals, who earned more. */
    DELIVERIES,
    /** Most revenue; of equals, who delivered more. */
    REVENUE,
    /** Most stars a rating, of those with enough ratings; of equals, who has more of them. */
    RATING,
    /** Most often on time, of those with enough promises; of equals, who was promised more often. */
    ON_TIME;

    /**
     * How many ratings or promises a share is told of. Fewer say more of the one who rated than of the driver: with one
     * rating of five stars a beginner would lead everybody.
     */
    public static final int ENOUGH = 5;

    private static final Comparator<Standing> BY_ID = Comparator.comparing(Standing::driver, By::compareIds);

    private static final Comparator<Standing> MOST_DELIVERIES = Comparator.comparingInt(Standing::deliveries)
            .thenComparingLong(Standing::revenueFrancs)
            .reversed()
            .thenComparing(BY_ID);

    private static final Comparator<Standing> MOST_REVENUE = Comparator.comparingLong(Standing::revenueFrancs)
            .thenComparingInt(Standing::deliveries)
            .reversed()
            .thenComparing(BY_ID);

    private static final Comparator<Standing> MOST_STARS = ((Comparator<Standing>)
                    (one, other) -> compareShares(one.stars(), one.rated(), other.stars(), other.rated()))
            .thenComparingInt(Standing::rated)
            .reversed()
            .thenComparing(BY_ID);

    private static final Comparator<Standing> MOST_ON_TIME = ((Comparator<Standing>)
                    (one, other) -> compareShares(one.onTime(), one.promised(), other.onTime(), other.promised()))
            .thenComparingInt(Standing::promised)
            .reversed()
            .thenComparing(BY_ID);

    /** The better first. */
    public Comparator<Standing> order() {
        return switch (this) {
            case DELIVERIES -> MOST_DELIVERIES;
            case REVENUE -> MOST_REVENUE;
            case RATING -> MOST_STARS;
            case ON_TIME -> MOST_ON_TIME;
        };
    }

    /** Whether the driver is ranked at all. */
    public boolean ranks(Standing standing) {
        return switch (this) {
            case DELIVERIES, REVENUE -> true;
            case RATING -> standing.rated() >= ENOUGH;
            case ON_TIME -> standing.promised() >= ENOUGH;
        };
    }

    /**
     * The best of those that are ranked, the first first.
     *
     * @param limit how many at most, one or more
     */
    public List<Standing> top(Stream<Standing> standings, int limit) {
        Comparator<Standing> order = order();
        PriorityQueue<Standing> best = new PriorityQueue<>(order.reversed());
        standings.filter(this::ranks).forEach(standing -> {
            boolean full = best.size() >= limit;
            if (!full || order.compare(standing, best.element()) < 0) {
                best.add(standing);
            }
            if (best.size() > limit) {
                best.remove();
            }
        });
        return best.stream().sorted(order).toList();
    }

    /** Exact, as 2 of 3 is 4 of 6. */
    private static int compareShares(long part, long whole, long otherPart, long otherWhole) {
        return Long.compare(part * otherWhole, otherPart * whole);
    }

    /** As texts are compared, which {@link UUID#compareTo} does not. */
    private static int compareIds(UUID one, UUID other) {
        int most = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
