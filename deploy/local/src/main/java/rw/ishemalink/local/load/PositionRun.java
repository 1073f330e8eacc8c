package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.local.load.FixLedger.Found;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/** What all stages of {@code load positions} share: the stack, the vehicles, the lines of their phones, and the table. */
final class PositionRun implements AutoCloseable {

    private static final List<String> PARTS = List.of(LoadStack.TRACKING, "kafka", "postgres");
    private static final int SHOWN_ANSWERS = 3;

    /** How Kafka Streams names topics of its own, each partition of which may end with the marker of a transaction. */
    private static final String REPARTITIONED = "-repartition";

    private static final int MARKERS = 6;
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LoadStack stack;
    private final PositionOptions options;
    private final PrintWriter out;
    private final Events events;
    private final PositionFleet fleet;
    private final Devices devices = new Devices(this);
    private final PhoneLines phones;
    private final TopicReading topic;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    PositionRun(LoadStack stack, PositionOptions options, PrintWriter out) {
        this.stack = stack;
        this.options = options;
        this.out = out;
        this.events = new Events(stack.bootstrapServers());
        this.fleet = new PositionFleet(stack, events);
        this.phones = new PhoneLines(stack.url(LoadStack.TRACKING));
        this.topic = new TopicReading(stack.bootstrapServers(), Topics.TRACKING_POSITIONS);
    }

    LoadStack stack() {
        return stack;
    }

    PositionOptions options() {
        return options;
    }

    Events events() {
        return events;
    }

    PositionFleet fleet() {
        return fleet;
    }

    Devices devices() {
        return devices;
    }

    PhoneLines phones() {
        return phones;
    }

    /** What is not as it must be, in words; the load has failed when there is any. */
    Queue<String> wrong() {
        return wrong;
    }

    /** The first so many vehicles each begin a trip, which the service then knows of. */
    List<LoadTrip> beginTrips(int vehicles) {
        List<LoadTrip> trips = IntStream.range(0, vehicles)
                .mapToObj(number ->
                        LoadTrip.of(number, number, PositionFleet.fix(number, 0), PositionFleet.fix(number + 1, 0)))
                .toList();
        Instant now = Instant.now();
        trips.forEach(trip -> trip.publishAssigned(events, now));
        awaitBookings();
        return trips;
    }

    /** Waits until everybody who reads bookings has read what was told of them, and a moment for what they make of it. */
    void awaitBookings() {
        events.flush();
        try (Backlog backlog = new Backlog(stack.bootstrapServers())) {
            Waiting.until("bookings to be known", PATIENCE, () -> {
                Map<String, Long> behind = backlog.lags(
                        topic -> topic.equals(Topics.BOOKING_EVENTS.topicName()) || topic.endsWith(REPARTITIONED));
                return !behind.isEmpty() && behind.values().stream().allMatch(lag -> lag <= MARKERS);
            });
        }
        Waiting.pause(MOMENT);
    }

    /** One row: sends what the stage sends, then counts what of it is in Kafka. */
    LoadResult measure(String stage, FixWork work, Supplier<LoadResult> sending) {
        return measure(stage, work, sending, () -> {});
    }

    /** The same, with something to do between sending and counting. */
    LoadResult measure(String stage, FixWork work, Supplier<LoadResult> sending, Runnable beforeCounting) {
        Map<TopicPartition, Long> before = topic.ends();
        PartUsage usage = PartUsage.begin(stack, PARTS);
        LoadResult result = sending.get();
        Map<String, Double> cores = usage.cores();
        double machine = PartUsage.machineLoad();
        beforeCounting.run();
        Found found = count(before, work.ledger());
        row(stage, result, work.taken(), cores, machine, found);
        note(stage, work, found);
        return result;
    }

    /** What is in Kafka since then of what the ledger knows. */
    private Found count(Map<TopicPartition, Long> since, FixLedger ledger) {
        topic.read(
                since,
                TrackingPosition.class,
                fix -> ledger.found(FixLedger.key(
                        PositionFleet.numberOf(fix.getVehicleId()),
                        fix.getRecordedAt().toEpochMilli())));
        return ledger.compare();
    }

    private void note(String stage, FixWork work, Found found) {
        if (!found.isRight()) {
            wrong.add(stage + ": " + found);
        }
        if (!work.wrong().isEmpty()) {
            wrong.add(stage + ": " + work.wrong().size() + " answers such as "
                    + work.wrong().stream().limit(SHOWN_ANSWERS).collect(Collectors.joining("; ")));
        }
    }

    /** Whoever reads positions in a group is done when nothing is left: the pipeline's rate, with the taking of them. */
    void awaitReaders(FixWork work, long beginNanos) {
        Map<String, Double> seconds = new TreeMap<>();
        try (Backlog backlog = new Backlog(stack.bootstrapServers())) {
            Waiting.until("all readers of positions to be done", PATIENCE, () -> {
                Map<String, Long> behind = backlog.lags(Topics.TRACKING_POSITIONS.topicName()::equals);
                behind.forEach((group, lag) -> {
                    if (lag == 0) {
                        seconds.putIfAbsent(group, (System.nanoTime() - beginNanos) / 1e9);
                    }
                });
                return seconds.keySet().containsAll(behind.keySet());
            });
        }
        seconds.forEach((group, taken) -> print(
                "  %-38s done with %,d fixes %.1f s after the first: %,.0f/s (machine load %.1f)%n",
                group, work.taken(), taken, work.taken() / taken, PartUsage.machineLoad()));
    }

    /** Says what tracks show, and notes what they must not. */
    void tell(TrackCheck.Compared tracks) {
        print(
                "  %d tracks: %d fixes missing, %d of another trip%n",
                tracks.tracks(), tracks.missing(), tracks.astray());
        if (!tracks.isRight()) {
            wrong.add("tracks: " + tracks);
        }
    }

    void heading() {
        print(
                "%-22s %9s %9s %7s %8s %9s %5s %5s  %-27s %6s %5s  %s%n",
                "",
                "fixes/s",
                "requ./s",
                "p50 ms",
                "p99 ms",
                "taken",
                "lost",
                "twice",
                "cores: load+service+kafka+db",
                "RSS MB",
                "load",
                "answers by status");
    }

    private void row(
            String stage, LoadResult result, long taken, Map<String, Double> cores, double machine, Found found) {
        double seconds = result.time().toNanos() / 1e9;
        print(
                "%-22s %,9.0f %,9.0f %7.1f %8.1f %,9d %5d %5d  %-28s %7.0f %6d %5.1f  %s%n",
                stage,
                taken / seconds,
                result.perSecond(),
                result.millisAt(50),
                result.millisAt(99),
                found.taken(),
                found.lost(),
                found.twice() + found.unasked(),
                cores.values().stream()
                        .map(busy -> String.format(Locale.ROOT, "%.2f", busy))
                        .collect(Collectors.joining(" + ")),
                cores.values().stream().mapToDouble(Double::doubleValue).sum()
                        * seconds
                        * 1e6
                        / Math.max(1, found.taken()),
                PartUsage.residentMegabytes(stack.stack().part(LoadStack.TRACKING)),
                machine,
                result.statuses());
    }

    void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    /** How long each run takes. */
    Duration time() {
        return options.time();
    }

    @Override
    public void close() {
        phones.close();
        events.close();
    }
}
