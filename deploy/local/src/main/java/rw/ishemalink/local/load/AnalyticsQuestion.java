package rw.ishemalink.local.load;

import java.util.List;

/**
 * A question, asked of analytics and, in SQL, of the views.
 *
 * @param path below {@code /api/analytics}
 * @param sql the same of the views
 */
record AnalyticsQuestion(String name, String path, String sql) {

    private static final String BASE = "/api/analytics/";

    /** What dashboards ask most. */
    static final List<AnalyticsQuestion> ASKED = List.of(
            new AnalyticsQuestion(
                    "routes",
                    BASE + "routes/top?limit=10",
                    "select * from routes where tenant = 'ishemalink' order by delivered desc limit 10"),
            new AnalyticsQuestion(
                    "revenue",
                    BASE + "revenue",
                    "select kind, provider, sum(bookings), sum(gross), sum(vat), sum(commission) from revenue"
                            + " where tenant = 'ishemalink' group by kind, provider"),
            new AnalyticsQuestion(
                    "leaderboard",
                    BASE + "drivers/leaderboard?limit=10",
                    "select * from leaderboard where tenant = 'ishemalink' order by delivered desc limit 10"),
            new AnalyticsQuestion(
                    "heatmap",
                    BASE + "revenue/heatmap",
                    "select origin, extract(hour from hour), sum(bookings), sum(gross) from heatmap"
                            + " where tenant = 'ishemalink' group by origin, extract(hour from hour)"));
}
