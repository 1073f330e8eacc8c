package rw.ishemalink.local.load;

import java.util.List;

/**
 * A question, asked of analytics and, in SQL, of the views.
 *
 * @param path of analytics
 * @param sql the same of the views
 */
record AnalyticsQuestion(String name, String path, String sql) {

    private static final String HEATMAP =
            "select origin, extract(hour from hour)::int, sum(bookings), sum(gross) from heatmap"
                    + " where tenant = 'ishemalink' and hour >= '%s' group by origin, extract(hour from hour)";

    /** What dashboards ask most. */
    static List<AnalyticsQuestion> asked(LoadLives lives) {
        return List.of(
                new AnalyticsQuestion(
                        "routes",
                        "/api/analytics/routes/top?limit=10",
                        "select * from routes where tenant = 'ishemalink' order by delivered desc limit 10"),
                new AnalyticsQuestion(
                        "revenue",
                        "/api/analytics/revenue",
                        "select kind, provider, sum(bookings), sum(gross), sum(vat), sum(commission) from revenue"
                                + " where tenant = 'ishemalink' group by kind, provider"),
                new AnalyticsQuestion(
                        "leaderboard",
                        "/api/analytics/drivers/leaderboard?limit=10",
                        "select * from leaderboard where tenant = 'ishemalink' order by delivered desc limit 10"),
                new AnalyticsQuestion(
                        "heatmap of a week",
                        "/api/analytics/revenue/heatmap",
                        HEATMAP.formatted(lives.lastDay().minusDays(6))),
                new AnalyticsQuestion(
                        "heatmap of four weeks",
                        "/api/analytics/revenue/heatmap?from=%s&to=%s".formatted(lives.firstDay(), lives.lastDay()),
                        HEATMAP.formatted(lives.firstDay())));
    }
}
