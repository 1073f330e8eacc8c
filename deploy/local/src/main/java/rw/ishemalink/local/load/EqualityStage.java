package rw.ishemalink.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Whether both sides know the same, to the franc. */
final class EqualityStage {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int MOST = 100;
    private static final String[] MONEY = {"bookings", "gross", "vat", "commission"};
    private static final int SHOWN = 5;

    private final AnalyticsRun run;
    private final AnalyticsAsker asker;

    EqualityStage(AnalyticsRun run) {
        this(run, new AnalyticsAsker(run, LoadLife.TENANT));
    }

    EqualityStage(AnalyticsRun run, AnalyticsAsker asker) {
        this.run = run;
        this.asker = asker;
    }

    /** Waits until both have everything, and compares. */
    void compare(String when) {
        run.keepWhatIsTold();
        run.writer().flush();
        run.table().refreshAll();
        try (Backlog backlog = run.backlog()) {
            Waiting.until("everything to be counted", PATIENCE, () -> backlog.isDone(AnalyticsRun.ANALYTICS));
        }
        Waiting.until("whole answers", PATIENCE, () -> asker.findRevenue()
                .filter(answer -> answer.path("complete").asBoolean())
                .isPresent());
        long groups = 0;
        List<String> differences = new ArrayList<>();
        for (Comparison one : List.of(routes(), revenue(), commodities(), heatmap(), leaderboard(), patterns())) {
            groups += one.streams().size();
            differences.addAll(one.differences());
        }
        differences.stream().limit(SHOWN).forEach(run::wrong);
        run.result(
                "the same " + when,
                AnalyticsRun.text("%,d groups compared, %,d different", groups, differences.size()),
                "",
                "0 different");
    }

    private Comparison routes() {
        return new Comparison(
                "routes",
                rows(
                        asker.get("/api/analytics/routes/top?limit=" + MOST).path("routes"),
                        row -> place(row.path("origin")) + " → " + place(row.path("destination")),
                        "deliveries",
                        "weightKg",
                        "revenueFrancs",
                        "bookings"),
                sql("select origin || ' → ' || destination, delivered, weight_kg, gross, bookings from routes"
                        + " where tenant = 'ishemalink'"),
                false);
    }

    private Comparison revenue() {
        Map<String, List<Long>> sums = new HashMap<>();
        JsonNode answer = asker.get("/api/analytics/revenue?" + period());
        answer.path("byProvider")
                .properties()
                .forEach(provider -> sums.put(provider.getKey(), measures(provider.getValue(), MONEY)));
        answer.path("rows").forEach(day -> day.path("byKind")
                .properties()
                .forEach(kind ->
                        sums.put(day.path("begin").asText() + " " + kind.getKey(), measures(kind.getValue(), MONEY))));
        String measures =
                "sum(bookings), sum(gross), sum(vat), sum(commission) from revenue where tenant = 'ishemalink'";
        Map<String, List<Long>> views = sql("select day || ' ' || kind, " + measures + " group by day, kind");
        views.putAll(sql("select provider, " + measures + " group by provider"));
        return new Comparison("revenue", sums, views, true);
    }

    private Comparison commodities() {
        return new Comparison(
                "commodities",
                rows(
                        asker.get("/api/analytics/commodities/breakdown").path("commodities"),
                        row -> row.path("commodity").asText(),
                        "bookings",
                        "revenueFrancs",
                        "deliveries",
                        "weightKg"),
                sql("select commodity, bookings, gross, delivered, weight_kg from commodities"
                        + " where tenant = 'ishemalink'"),
                true);
    }

    private Comparison heatmap() {
        Map<String, List<Long>> sums = new HashMap<>();
        asker.get("/api/analytics/revenue/heatmap?" + period())
                .path("districts")
                .forEach(row -> sums.put(
                        row.path("place").asText() + " " + row.path("hour").asInt(),
                        measures(row.path("revenue"), "bookings", "gross")));
        return new Comparison(
                "heatmap",
                sums,
                sql("select origin || ' ' || extract(hour from hour)::int, sum(bookings), sum(gross) from heatmap"
                        + " where tenant = 'ishemalink' group by origin, extract(hour from hour)"),
                true);
    }

    /** Of rides, as the question is understood without more. */
    private Comparison patterns() {
        Map<String, List<Long>> sums = new HashMap<>();
        asker.get("/api/analytics/rides/patterns").path("hours").forEach(row -> {
            int hour = 24 * (DayOfWeek.valueOf(row.path("day").asText()).getValue() - 1)
                    + row.path("hour").asInt();
            sums.put("hour " + hour, measures(row, "created"));
        });
        sums.values().removeIf(measures -> measures.getFirst() == 0);
        return new Comparison(
                "patterns",
                sums,
                sql("select 'hour ' || hour_of_week, created from patterns"
                        + " where tenant = 'ishemalink' and kind = 'RIDE'"),
                true);
    }

    private String period() {
        return "from=%s&to=%s".formatted(run.lives().firstDay(), run.lives().lastDay());
    }

    private Comparison leaderboard() {
        return new Comparison(
                "leaderboard",
                rows(
                        asker.get("/api/analytics/drivers/leaderboard?limit=" + MOST)
                                .path("drivers"),
                        row -> row.path("driverId").asText(),
                        "deliveries",
                        "weightKg",
                        "revenueFrancs",
                        "ratings"),
                sql("select driver_id::text, delivered, weight_kg, gross, rated from leaderboard"
                        + " where tenant = 'ishemalink'"),
                false);
    }

    private static String place(JsonNode end) {
        return end.hasNonNull("district")
                ? end.path("country").asText() + "-" + end.path("district").asText()
                : end.path("country").asText();
    }

    private static Map<String, List<Long>> rows(JsonNode rows, Function<JsonNode, String> group, String... measures) {
        Map<String, List<Long>> sums = new HashMap<>();
        rows.forEach(row -> sums.put(group.apply(row), measures(row, measures)));
        return sums;
    }

    private static List<Long> measures(JsonNode row, String... measures) {
        List<Long> values = new ArrayList<>();
        for (String measure : measures) {
            values.add(row.path(measure).asLong());
        }
        return values;
    }

    /** The first column is the group, the others are its measures. */
    private Map<String, List<Long>> sql(String query) {
        Map<String, List<Long>> sums = new HashMap<>();
        run.table()
                .database()
                .list(query, row -> {
                    List<Long> values = new ArrayList<>();
                    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(row.getLong(i));
                    }
                    return Map.entry(row.getString(1), values);
                })
                .forEach(one -> sums.put(one.getKey(), one.getValue()));
        return sums;
    }
}
