package rw.ishemalink.local.load;

import static rw.ishemalink.local.load.AnalyticsRun.join;
import static rw.ishemalink.local.load.AnalyticsRun.text;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import rw.ishemalink.local.load.LoadLife.LifeStep;
import rw.ishemalink.local.load.LoadLife.LifeStep.What;

/**
 * How long from what is written until it can be seen, while bookings are written all the time; of the views, also what
 * refreshing them costs the database. Seen is what a question answers: a line writes a booking of a tenant of its own and
 * asks until it is there.
 */
final class FreshnessStage {

    private static final int LINES = 4;
    private static final int WRITERS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration MOMENT = Duration.ofMillis(2);
    private static final Duration CLOSED = Duration.ofMillis(500);
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final double MEGA = 1e6;

    private final AnalyticsRun run;

    FreshnessStage(AnalyticsRun run) {
        this.run = run;
    }

    void measure() {
        Histogram streams = streams();
        Histogram views = views();
        run.result(
                text("event → visible, %,d bookings/s", run.options().perSecond()),
                millis(streams),
                millis(views),
                "p99 < 1 s");
        costOfRefreshing();
    }

    private static String millis(Histogram micros) {
        return text(
                "p50 %,.0f ms, p99 %,.0f ms, longest %,.0f ms of %,d",
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount());
    }

    /** On the topics, then in the answer about revenue. */
    private Histogram streams() {
        Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        AtomicBoolean on = new AtomicBoolean(true);
        long begin = System.nanoTime();
        long measured = begin + WARM_UP.toNanos();
        long end = measured + run.options().time().toNanos();
        List<Thread> threads = new ArrayList<>();
        threads.add(run.start("bookings", new Pace(run.options().perSecond(), on, this::tellNext)));
        for (int line = 0; line < LINES; line++) {
            String tenant = "probe-" + line;
            Probe probe = new Probe(new AnalyticsAsker(run, tenant), tenant, line);
            threads.add(run.start(tenant, () -> {
                for (long sent = 1; System.nanoTime() < end; sent++) {
                    long taken = probe.next(sent);
                    if (System.nanoTime() > measured) {
                        micros.recordValue(Math.min(LONGEST_MICROS, taken));
                    }
                }
            }));
        }
        for (Thread line : threads.subList(1, threads.size())) {
            join(line);
        }
        on.set(false);
        join(threads.getFirst());
        return micros;
    }

    private void tellNext() {
        run.writer().write(run.nextToTell());
    }

    /** A line that writes the next booking when it has seen the last. */
    private final class Probe {

        private final AnalyticsAsker asker;
        private final String tenant;
        private final long line;

        Probe(AnalyticsAsker asker, String tenant, int line) {
            this.asker = asker;
            this.tenant = tenant;
            this.line = line;
        }

        /** Microseconds until there are so many. */
        long next(long sent) {
            LoadLife life = paidLife((line + 1) * 1_000_000_000L + sent * 1_000);
            LifeStep paid = life.steps().stream()
                    .filter(step -> step.what() == What.PAID)
                    .findFirst()
                    .orElseThrow();
            long begin = System.nanoTime();
            run.writer().write(life, new LifeStep(What.PAID, paid.at(), 1), tenant);
            Waiting.until("a booking to be seen", PATIENCE, () -> asker.countBookings() >= sent, MOMENT);
            return (System.nanoTime() - begin) / 1_000;
        }

        private LoadLife paidLife(long number) {
            LoadLife life = run.lives().life(number);
            return life.paidAt() == null ? paidLife(number + 1) : life;
        }
    }

    /** In the table, then in the views, which are refreshed one after the other without a pause. */
    private Histogram views() {
        Queue<Long> commits = new ConcurrentLinkedQueue<>();
        AtomicBoolean on = new AtomicBoolean(true);
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        try (Connection connection = run.table().connect()) {
            Thread writing = run.start("bookings", new Pace(run.options().perSecond(), on, () -> {
                keepNext(connection);
                commits.add(System.nanoTime());
            }));
            Map<String, List<long[]>> refreshes = refreshFor(run.options().time());
            on.set(false);
            join(writing);
            refreshes.values().forEach(spans -> seen(commits, spans, micros));
            return micros;
        } catch (SQLException e) {
            throw BookingTable.failed(e);
        }
    }

    private void keepNext(Connection connection) {
        LoadLife life;
        synchronized (this) {
            life = run.nextToKeep();
        }
        try {
            BookingTable.write(connection, life, LoadLife.TENANT);
        } catch (SQLException e) {
            throw BookingTable.failed(e);
        }
    }

    /** When each refresh of each view began and ended. */
    private Map<String, List<long[]>> refreshFor(Duration time) throws SQLException {
        Map<String, List<long[]>> spans = new LinkedHashMap<>();
        long end = System.nanoTime() + time.toNanos();
        try (Connection connection = run.table().connect();
                Statement statement = connection.createStatement()) {
            do {
                for (String view : BookingTable.VIEWS) {
                    long begin = System.nanoTime();
                    BookingTable.refresh(statement, view);
                    spans.computeIfAbsent(view, _ -> new ArrayList<>()).add(new long[] {begin, System.nanoTime()});
                }
            } while (System.nanoTime() < end);
        }
        return spans;
    }

    /** A view shows what was committed before a refresh of it began, once that ends. */
    private static void seen(Queue<Long> commits, List<long[]> spans, Histogram micros) {
        for (long commit : commits) {
            spans.stream()
                    .filter(span -> span[0] >= commit)
                    .findFirst()
                    .ifPresent(span -> micros.recordValue(Math.min(LONGEST_MICROS, (span[1] - commit) / 1_000)));
        }
    }

    private void costOfRefreshing() {
        Duration before = postgresBusy();
        long wal = run.table().walBytes();
        long begin = System.nanoTime();
        run.table().refreshAll();
        double seconds = (System.nanoTime() - begin) / 1e9;
        run.result(
                "all six views refreshed once",
                "–",
                text(
                        "%,.1f s, %,.1f CPU s, %,.1f MB of WAL",
                        seconds,
                        postgresBusy().minus(before).toMillis() / 1e3,
                        (run.table().walBytes() - wal) / MEGA),
                "");
        double without = writesPerSecond(Optional.empty());
        AtomicBoolean on = new AtomicBoolean(true);
        double with = writesPerSecond(Optional.of(on));
        run.result(
                "bookings written to the table at most, four clients",
                "–",
                text(
                        "%,.0f/s; while views are refreshed %,.0f/s (%+.0f %%)",
                        without, with, 100 * (with / without - 1)),
                "");
    }

    private Duration postgresBusy() {
        // What a connection took that was just closed is nobody's until its process is gone.
        Waiting.pause(CLOSED);
        return ProcessTimes.of(run.stack().stack().part(AnalyticsRun.POSTGRES));
    }

    /** How many are written, with refreshes beside it while that is on. */
    private double writesPerSecond(Optional<AtomicBoolean> refreshing) {
        List<Thread> refresher = refreshing
                .map(on -> List.of(run.start("refresh", () -> {
                    while (on.get()) {
                        run.table().refreshAll();
                    }
                })))
                .orElse(List.of());
        AtomicLong written = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + run.options().time().toNanos();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(run.start("writer-" + i, () -> {
                try (Connection connection = run.table().connect()) {
                    while (System.nanoTime() < end) {
                        keepNext(connection);
                        written.incrementAndGet();
                    }
                } catch (SQLException e) {
                    throw BookingTable.failed(e);
                }
            }));
        }
        writers.forEach(AnalyticsRun::join);
        double seconds = (System.nanoTime() - begin) / 1e9;
        refreshing.ifPresent(on -> on.set(false));
        refresher.forEach(AnalyticsRun::join);
        return written.get() / seconds;
    }
}
