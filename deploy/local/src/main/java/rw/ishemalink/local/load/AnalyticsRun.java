package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What all stages of {@code load analytics} share: the stack, the bookings on both sides, and the table of results. */
final class AnalyticsRun implements AutoCloseable {

    static final String ANALYTICS = "analytics-streams";
    static final String GATEWAY = "gateway";
    static final String KAFKA = "kafka";
    static final String POSTGRES = "postgres";

    private static final String DATABASE = "views";
    private static final UUID OFFICIAL = new UUID(0x7000, 0x8000000000000001L);
    private static final int SHOWN = 20;

    private final LoadStack stack;
    private final AnalyticsOptions options;
    private final PrintWriter out;
    private final LoadLives lives;
    private final LifeWriter writer;
    private final BookingTable table;
    private final List<Row> rows = new ArrayList<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private long told;
    private long kept;

    AnalyticsRun(LoadStack stack, AnalyticsOptions options, PrintWriter out) {
        this.stack = stack;
        this.options = options;
        this.out = out;
        this.lives = new LoadLives(options.seed(), options.bookings(), Instant.now());
        this.writer = new LifeWriter(stack.bootstrapServers());
        this.table = new BookingTable(stack.stack().postgres().server().createDatabaseIfAbsent(DATABASE));
        table.create();
    }

    /** One line of the table; "" where there is nothing to say. */
    private record Row(String what, String streams, String views, String goal) {}

    LoadStack stack() {
        return stack;
    }

    AnalyticsOptions options() {
        return options;
    }

    BookingTable table() {
        return table;
    }

    LifeWriter writer() {
        return writer;
    }

    LoadLives lives() {
        return lives;
    }

    /** Where analytics is behind. */
    Backlog backlog() {
        return new Backlog(stack.bootstrapServers());
    }

    /** Who may ask everything of the bookings' tenant. */
    String token() {
        return token(LoadLife.TENANT);
    }

    /** The same of another tenant. */
    String token(String tenant) {
        return stack.mint().tokenOf(OFFICIAL, "+250788000009", "TENANT_ADMIN", tenant);
    }

    /** The next life to be told on the topics, which nobody has been told of yet. */
    LoadLife nextToTell() {
        return lives.life(told++);
    }

    /** The next life to be kept in the table. */
    LoadLife nextToKeep() {
        return lives.life(kept++);
    }

    /** Fills topics and table. */
    void fill() {
        long begin = System.nanoTime();
        writer.writeAll(lives, 0, options.bookings());
        told = options.bookings();
        double seconds = (System.nanoTime() - begin) / 1e9;
        print(
                "%,d bookings: %,d events, %,d of them booking's, told in %.0f s%n",
                told, writer.events(), writer.bookingEvents(), seconds);
        begin = System.nanoTime();
        keepWhatIsTold();
        table.analyze();
        table.refreshAll();
        print("the same in PostgreSQL, with views refreshed, after %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    /** Both sides have the same bookings. */
    void keepWhatIsTold() {
        if (kept < told) {
            table.copy(lives, kept, told);
            kept = told;
        } else if (told < kept) {
            writer.writeAll(lives, told, kept);
            told = kept;
        }
    }

    /** Processor time of the parts, to subtract from a later one. */
    Map<String, Duration> busy(String... parts) {
        Map<String, Duration> busy = new LinkedHashMap<>();
        for (String part : parts) {
            busy.put(part, ProcessTimes.of(stack.stack().part(part)));
        }
        return busy;
    }

    /** Remembers a line of the table and prints it. */
    void result(String what, String streams, String views, String goal) {
        rows.add(new Row(what, streams, views, goal));
        print("  %s: %s%s%s%n", what, streams, views.isEmpty() ? "" : "; views: " + views, suffix(goal));
    }

    private static String suffix(String goal) {
        return goal.isEmpty() ? "" : " (goal " + goal + ")";
    }

    /** Notes what is not as it must be; the load has failed then. */
    void wrong(String what) {
        wrong.add(what);
        print("WRONG: %s%n", what);
    }

    /** The table as docs/performance.md has it; whether all is right. */
    boolean conclude() {
        print("%n| %s, %,d bookings | Kafka Streams | views | goal |%n|---|---|---|---|%n", "what", options.bookings());
        rows.forEach(row -> print("| %s | %s | %s | %s |%n", row.what(), row.streams(), row.views(), row.goal()));
        print("%n");
        wrong.stream().limit(SHOWN).forEach(what -> print("WRONG: %s%n", what));
        print("%s%n", wrong.isEmpty() ? "right: both know the same" : wrong.size() + " things are WRONG: see above");
        return wrong.isEmpty();
    }

    /** Starts a thread; what it fails with is wrong. */
    Thread start(String name, Runnable work) {
        return Thread.ofPlatform().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                wrong(name + ": " + e.getMessage());
            }
        });
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public void close() {
        writer.close();
    }
}
