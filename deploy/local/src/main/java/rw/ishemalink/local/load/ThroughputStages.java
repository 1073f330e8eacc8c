package rw.ishemalink.local.load;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import rw.ishemalink.local.load.FixWork.Times;
import rw.ishemalink.schemas.Topics;

/** As many fixes as the machine takes, in requests of one and of many. */
final class ThroughputStages {

    private static final int LINES = 512;
    private static final int BATCH_LINES = 32;
    private static final int BATCH = 500;
    private static final int FEW = 1_000;
    private static final int GROWTH_FACTOR = 10;
    private static final Duration OUT_OF_REACH = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long SECOND = 1_000;

    private final PositionRun run;
    private final FixPhone app;

    ThroughputStages(PositionRun run) {
        this.run = run;
        this.app = FixPhone.app(run.fleet()::token);
    }

    /** Not measured: batches first, so that what vehicles send later is later by their clocks too. */
    void warmUp(Duration time) {
        run.fleet().grow(FEW);
        Duration half = time.dividedBy(2);
        long begin = System.currentTimeMillis() - OUT_OF_REACH.multipliedBy(2).toMillis();
        send("warm-up, batches", half, BATCH_LINES, FixWork.since(begin, BATCH, SECOND), FEW);
        send("warm-up, single fixes", half, LINES, FixWork.now(), FEW);
    }

    void batches() {
        long begin = System.currentTimeMillis() - OUT_OF_REACH.toMillis();
        FixLedger ledger = new FixLedger();
        FixWork work = new FixWork(0, few(), FixWork.since(begin, BATCH, SECOND), app, ledger);
        long beginNanos = System.nanoTime();
        run.measure(
                "batches of 500",
                ledger,
                work,
                () -> run.phones().run(BATCH_LINES, run.time(), work),
                () -> awaitReaders(work, beginNanos));
    }

    void singles() {
        send("single fixes", run.time(), LINES, FixWork.now(), few());
    }

    void traccar() {
        Map<Integer, String> keys = new Devices(run).register(few());
        if (keys.size() == few()) {
            FixLedger ledger = new FixLedger();
            FixPhone phone = FixPhone.traccar(number -> requireNonNull(keys.get(number)));
            FixWork work = new FixWork(0, few(), FixWork.now(), phone, ledger);
            run.measure("Traccar Clients", ledger, work, () -> run.phones().run(LINES, run.time(), work));
        }
    }

    void growth() {
        for (int vehicles = FEW; vehicles <= run.options().vehicles(); vehicles *= GROWTH_FACTOR) {
            run.fleet().grow(vehicles);
            send(String.format("%,d vehicles", vehicles), run.time(), LINES, FixWork.now(), vehicles);
        }
    }

    private int few() {
        return Math.min(FEW, run.options().vehicles());
    }

    private void send(String stage, Duration time, int lines, Times times, int vehicles) {
        FixLedger ledger = new FixLedger();
        FixWork work = new FixWork(0, vehicles, times, app, ledger);
        run.measure(stage, ledger, work, () -> run.phones().run(lines, time, work));
    }

    /** Whoever reads positions in a group is done when nothing is left: the pipeline's rate, with the taking of them. */
    private void awaitReaders(FixWork work, long beginNanos) {
        Map<String, Double> seconds = new TreeMap<>();
        try (GroupLags lags = new GroupLags(run.stack().bootstrapServers(), Topics.TRACKING_POSITIONS)) {
            Waiting.until("all readers of positions to be done", PATIENCE, () -> {
                Map<String, Long> behind = lags.find();
                behind.forEach((group, lag) -> {
                    if (lag == 0) {
                        seconds.putIfAbsent(group, (System.nanoTime() - beginNanos) / 1e9);
                    }
                });
                return seconds.keySet().containsAll(behind.keySet());
            });
        }
        seconds.forEach((group, taken) -> run.print(
                "  %-38s done with %,d fixes %.1f s after the first: %,.0f/s (machine load %.1f)%n",
                group, work.taken(), taken, work.taken() / taken, PartUsage.machineLoad()));
    }
}
