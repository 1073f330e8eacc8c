package rw.ishemalink.analytics.cube;

import java.util.List;

/**
 * Which sums.
 *
 * @param tenant whose bookings
 * @param begin when the period began: hours since 1970-01-01T00:00 in Kigali, {@link Period#begin}
 * @param group a value for each of the aggregate's dimensions, in their order; "" where a booking has none
 */
public record Cell(Aggregate aggregate, String tenant, Period period, int begin, List<String> group) {

    /** An odd number with its bits well mixed: 2³² by the golden ratio. */
    private static final int SPREADING = 0x9E3779B1;

    public Cell {
        group = List.copyOf(group);
        if (group.size() != aggregate.dimensions().size()) {
            throw new IllegalArgumentException(aggregate + " is by " + aggregate.dimensions() + ", not " + group);
        }
    }

    /**
     * Cells are many and much alike: RW-12 → RW-31 and RW-11 → RW-41 are one and the same to the hash of a list. Each
     * part is spread before the next is added.
     */
    @Override
    public int hashCode() {
        int mixed = spread(tenant.hashCode() + aggregate.hashCode());
        for (String value : group) {
            mixed = spread(mixed + value.hashCode());
        }
        return spread(mixed + 31 * begin + period.hashCode());
    }

    private static int spread(int hash) {
        int product = hash * SPREADING;
        return product ^ (product >>> 15);
    }

    /** The value of one of the aggregate's dimensions. */
    public String get(Dimension dimension) {
        return group.get(aggregate.dimensions().indexOf(dimension));
    }
}
