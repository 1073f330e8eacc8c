package rw.ishemalink.local.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import rw.ishemalink.local.load.FixSource.Times;

/** As many fixes as the machine takes, in requests of one and of many. */
final class ThroughputStages {

    private static final int LINES = 1_024;
    private static final int BATCH_LINES = 32;
    private static final int BATCH = 500;
    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final int FEW = 1_000;
    private static final int GROWTH_FACTOR = 10;
    private static final Duration OUT_OF_REACH = Duration.ofHours(6);
    private static final long SECOND = 1_000;
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(20);
    private static final WarmUp WARM_UP = new WarmUp(0, 8, 1.03);

    private final PositionRun run;
    private final FixPhone app;

    ThroughputStages(PositionRun run) {
        this.run = run;
        this.app = FixPhone.app(run.fleet()::token);
    }

    /** What the phones alone can send, to a service that does nothing but answer: more than that cannot be measured. */
    void alone() {
        run.fleet().grow(FEW);
        try (EchoService service = EchoService.start(run.stack().home());
                PhoneLines phones = new PhoneLines(URI.create("http://127.0.0.1:" + service.port()))) {
            for (int fixes : new int[] {1, BATCH}) {
                FixSource source = FixSource.byTurns(FEW, FixSource.since(0, fixes, SECOND));
                FixWork work = new FixWork(source, app, new FixLedger());
                phones.run(LINES, ALONE, work);
                PartUsage usage = PartUsage.begin(run.stack(), List.of());
                LoadResult result = phones.run(LINES, ALONE, work);
                double cores = usage.cores().values().iterator().next();
                run.print(
                        "phones alone, %d fixes a request: %,.0f requests/s with %.2f cores, %.0f µs each (machine load %.1f)%n",
                        fixes, result.perSecond(), cores, cores * 1e6 / result.perSecond(), PartUsage.machineLoad());
            }
        }
    }

    /**
     * Not measured: batches first, so that what vehicles send later is later by their clocks too; then single fixes for as
     * long as the service gets faster by compiling.
     */
    void warmUp() {
        run.fleet().grow(FEW);
        long begin = System.currentTimeMillis() - OUT_OF_REACH.multipliedBy(2).toMillis();
        send("warm-up, batches", WARM_UP_STEP, BATCH_LINES, FixSource.since(begin, BATCH, SECOND), FEW);
        WARM_UP.run(() -> send("warm-up, single fixes", WARM_UP_STEP, LINES, FixSource.now(), FEW)
                .perSecond());
    }

    void batches() {
        long begin = System.currentTimeMillis() - OUT_OF_REACH.toMillis();
        FixWork work =
                new FixWork(FixSource.byTurns(few(), FixSource.since(begin, BATCH, SECOND)), app, new FixLedger());
        long beginNanos = System.nanoTime();
        run.measure(
                "batches of 500",
                work,
                () -> run.phones().run(BATCH_LINES, run.time(), work),
                () -> run.awaitReaders(work, beginNanos));
    }

    void singles() {
        send("single fixes", run.time(), LINES, FixSource.now(), few());
    }

    void traccar() {
        sendAsDevices("Traccar Clients", few());
    }

    /** Of devices, for of those the service knows any number; tokens it remembers for a minute, and not so many. */
    void growth() {
        for (int vehicles = FEW; vehicles <= run.options().vehicles(); vehicles *= GROWTH_FACTOR) {
            sendAsDevices(String.format("%,d devices", vehicles), vehicles);
        }
    }

    private void sendAsDevices(String stage, int vehicles) {
        run.devices()
                .phone(vehicles)
                .ifPresent(phone -> send(
                        stage,
                        run.time(),
                        LINES,
                        new FixWork(FixSource.byTurns(vehicles, FixSource.now()), phone, new FixLedger())));
    }

    private int few() {
        return Math.min(FEW, run.options().vehicles());
    }

    private LoadResult send(String stage, Duration time, int lines, Times times, int vehicles) {
        return send(stage, time, lines, new FixWork(FixSource.byTurns(vehicles, times), app, new FixLedger()));
    }

    private LoadResult send(String stage, Duration time, int lines, FixWork work) {
        return run.measure(stage, work, () -> run.phones().run(lines, time, work));
    }
}
