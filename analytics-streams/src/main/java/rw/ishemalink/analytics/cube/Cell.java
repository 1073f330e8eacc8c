package rw.ishemalink.analytics.cube;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Which sums.
 *
 * @param tenant whose bookings
 * @param begin when the period began, in Kigali
 * @param group a value for each of the aggregate's dimensions, in their order; "" where a booking has none
 */
public record Cell(String tenant, Aggregate aggregate, Period period, LocalDateTime begin, List<String> group) {

    public Cell {
        group = List.copyOf(group);
        if (group.size() != aggregate.dimensions().size()) {
            throw new IllegalArgumentException(aggregate + " is by " + aggregate.dimensions() + ", not " + group);
        }
    }
}
