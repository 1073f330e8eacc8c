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

    public Cell {
        group = List.copyOf(group);
        if (group.size() != aggregate.dimensions().size()) {
            throw new IllegalArgumentException(aggregate + " is by " + aggregate.dimensions() + ", not " + group);
        }
    }

    /** Cells are many and much alike: spread so that those of neighbouring hours and groups do not meet in a hash table. */
    @Override
    public int hashCode() {
        int mixed = (31 * tenant.hashCode() + group.hashCode()) * 0x9E3779B1 + begin;
        mixed = mixed * 0x85EBCA6B + 31 * aggregate.hashCode() + period.hashCode();
        return mixed ^ (mixed >>> 15);
    }

    /** The value of one of the aggregate's dimensions. */
    public String get(Dimension dimension) {
        return group.get(aggregate.dimensions().indexOf(dimension));
    }
}
