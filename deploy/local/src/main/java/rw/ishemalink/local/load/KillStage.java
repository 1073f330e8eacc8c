package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Service, broker and database are killed one after the other while phones send, and come back on what they left. */
final class KillStage {

    private static final List<String> KILLED = List.of(LoadStack.TRACKING, "kafka", "postgres");
    private static final int LINES = 256;
    private static final int PER_SECOND = 2_000;
    private static final int VEHICLES = 1_000;
    private static final int TRACKED = 50;
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofMinutes(10);

    private final PositionRun run;

    KillStage(PositionRun run) {
        this.run = run;
    }

    void measure() {
        run.fleet().grow(VEHICLES);
        List<LoadTrip> trips = run.beginTrips(TRACKED);
        AtomicBoolean more = new AtomicBoolean(true);
        FixSource source = FixSource.byTurns(VEHICLES, FixSource.now()).whilst(more);
        FixWork work = new FixWork(source, FixPhone.app(run.fleet()::token), new FixLedger());
        long begin = System.nanoTime();
        run.measure(
                "kill −9 of each",
                work,
                () -> {
                    CompletableFuture<LoadResult> sending =
                            CompletableFuture.supplyAsync(() -> run.phones().pace(LINES, PER_SECOND, MOST, work));
                    killEach();
                    more.set(false);
                    return sending.join();
                },
                () -> run.awaitReaders(work, begin));
        TrackCheck check = new TrackCheck(run.stack());
        run.tell(trips.stream()
                .map(trip -> check.compare(trip, work.ledger().taken(trip.vehicle())))
                .reduce(TrackCheck.Compared.NOTHING, TrackCheck.Compared::plus));
    }

    private void killEach() {
        for (String part : KILLED) {
            Waiting.pause(BETWEEN);
            long begin = System.nanoTime();
            run.stack().killAndRestart(part);
            run.print("  %s was killed, and back after %.1f s%n", part, (System.nanoTime() - begin) / 1e9);
        }
        Waiting.pause(BETWEEN);
    }
}
