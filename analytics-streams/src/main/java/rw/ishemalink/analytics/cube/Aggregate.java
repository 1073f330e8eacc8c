package rw.ishemalink.analytics.cube;

import static rw.ishemalink.analytics.cube.Dimension.COMMODITY;
import static rw.ishemalink.analytics.cube.Dimension.DESTINATION;
import static rw.ishemalink.analytics.cube.Dimension.DRIVER;
import static rw.ishemalink.analytics.cube.Dimension.HOUR_OF_WEEK;
import static rw.ishemalink.analytics.cube.Dimension.KIND;
import static rw.ishemalink.analytics.cube.Dimension.OPERATOR;
import static rw.ishemalink.analytics.cube.Dimension.ORIGIN;
import static rw.ishemalink.analytics.cube.Dimension.ORIGIN_CELL;
import static rw.ishemalink.analytics.cube.Dimension.PROVIDER;
import static rw.ishemalink.analytics.cube.Period.ALL;
import static rw.ishemalink.analytics.cube.Period.DAY;
import static rw.ishemalink.analytics.cube.Period.HOUR;
import static rw.ishemalink.analytics.cube.Period.MONTH;

import java.util.List;
import java.util.Set;

/** What is summed up. A new one needs no new store and no new topic: it is counted from the facts that are kept. */
public enum Aggregate {
    REVENUE,
    ROUTES,
    COMMODITIES,
    HEATMAP,
    PATTERNS,
    DRIVERS;

    /** By what it tells bookings apart, in the order of a cell's group; it has none of bookings without the first. */
    public List<Dimension> dimensions() {
        return switch (this) {
            case REVENUE -> List.of(KIND, PROVIDER, OPERATOR);
            case ROUTES -> List.of(ORIGIN, DESTINATION, KIND);
            case COMMODITIES -> List.of(COMMODITY);
            case HEATMAP -> List.of(ORIGIN, ORIGIN_CELL);
            case PATTERNS -> List.of(KIND, HOUR_OF_WEEK);
            case DRIVERS -> List.of(DRIVER, OPERATOR, ORIGIN);
        };
    }

    /** Of which periods it has cells. */
    public Set<Period> periods() {
        return switch (this) {
            case REVENUE -> Set.of(HOUR, DAY, MONTH, ALL);
            case ROUTES, COMMODITIES, DRIVERS -> Set.of(DAY, MONTH, ALL);
            case HEATMAP -> Set.of(HOUR, DAY, MONTH);
            case PATTERNS -> Set.of(MONTH, ALL);
        };
    }
}
