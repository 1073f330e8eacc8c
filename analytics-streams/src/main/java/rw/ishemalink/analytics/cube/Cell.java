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

    /** The value of one of the aggregate's dimensions. */
    public String get(Dimension dimension) {
        return group.get(aggregate.dimensions().indexOf(dimension));
    }
}
