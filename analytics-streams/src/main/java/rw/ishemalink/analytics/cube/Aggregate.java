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
    REVENUE(List.of(KIND, PROVIDER, OPERATOR), Set.of(HOUR, DAY, MONTH, ALL)),
    ROUTES(List.of(ORIGIN, DESTINATION, KIND), Set.of(DAY, MONTH, ALL)),
    COMMODITIES(List.of(COMMODITY), Set.of(DAY, MONTH, ALL)),
    HEATMAP(List.of(ORIGIN, ORIGIN_CELL), Set.of(HOUR, DAY, MONTH)),
    PATTERNS(List.of(KIND, HOUR_OF_WEEK), Set.of(MONTH, ALL)),
    DRIVERS(List.of(DRIVER, OPERATOR, ORIGIN), Set.of(DAY, MONTH, ALL));

    private final List<Dimension> dimensions;
    private final Set<Period> periods;

    Aggregate(List<Dimension> dimensions, Set<Period> periods) {
        this.dimensions = dimensions;
        this.periods = periods;
    }

    /** By what it tells bookings apart, in the order of a cell's group. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Of which periods it has cells. */
    public Set<Period> periods() {
        return periods;
    }
}
