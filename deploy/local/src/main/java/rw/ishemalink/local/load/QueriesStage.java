package rw.ishemalink.local.load;

import static rw.ishemalink.local.load.AnalyticsRun.text;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long questions take, one client at a time and several: through the door, directly, and in SQL. */
final class QueriesStage {

    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int WARM_UPS = 3;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final AnalyticsRun run;
    private final List<AnalyticsQuestion> questions;

    QueriesStage(AnalyticsRun run) {
        this.run = run;
        this.questions = AnalyticsQuestion.asked(run.lives());
    }

    void measure() {
        Duration time = run.options().time();
        try (HttpLoad door = new HttpLoad(run.stack().url(AnalyticsRun.GATEWAY));
                HttpLoad direct = new HttpLoad(run.stack().url(AnalyticsRun.ANALYTICS))) {
            for (int i = 0; i < WARM_UPS; i++) {
                questions.forEach(question -> ask(door, question, 4, time.dividedBy(2)));
            }
            for (AnalyticsQuestion question : questions) {
                for (int clients : CLIENTS) {
                    LoadResult through = ask(door, question, clients, time);
                    LoadResult past = ask(direct, question, clients, time);
                    check(question, through);
                    check(question, past);
                    run.result(
                            text("%s, %d at a time", question.name(), clients),
                            text(
                                    "through the door p50 %.1f ms, p99 %.1f ms at %,.0f/s; directly p50 %.1f, p99 %.1f at %,.0f/s",
                                    through.millisAt(50),
                                    through.millisAt(99),
                                    through.perSecond(),
                                    past.millisAt(50),
                                    past.millisAt(99),
                                    past.perSecond()),
                            sql(question, clients, time),
                            clients == 1 ? "p99 5 ms" : "");
                }
            }
        }
    }

    private LoadResult ask(HttpLoad http, AnalyticsQuestion question, int clients, Duration time) {
        LoadRequest request = LoadRequest.get(question.path(), run.token());
        return http.run(clients, time, () -> Optional.of(request), (_, _) -> {});
    }

    private void check(AnalyticsQuestion question, LoadResult result) {
        if (!result.statuses().keySet().equals(Set.of(200))) {
            run.wrong(question.name() + ": answers by status " + result.statuses());
        }
    }

    private String sql(AnalyticsQuestion question, int clients, Duration time) {
        Histogram all = new Histogram(LONGEST_MICROS, 3);
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Histogram>> parts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                parts.add(threads.submit(() -> sql(question, end)));
            }
            for (Future<Histogram> part : parts) {
                all.add(part.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the views do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return text(
                "p50 %.2f ms, p99 %.1f ms at %,.0f/s",
                all.getValueAtPercentile(50) / 1e3,
                all.getValueAtPercentile(99) / 1e3,
                all.getTotalCount() / (time.toNanos() / 1e9));
    }

    private Histogram sql(AnalyticsQuestion question, long end) throws SQLException {
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        try (Connection connection = run.table().connect();
                PreparedStatement statement = connection.prepareStatement(question.sql())) {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
                micros.recordValue((System.nanoTime() - begin) / 1_000);
            }
        }
        return micros;
    }
}
