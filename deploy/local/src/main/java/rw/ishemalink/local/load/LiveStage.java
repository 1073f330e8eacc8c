package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Viewers follow trips while each vehicle sends a fix a second: when does a fix reach the screen? */
final class LiveStage {

    private static final int LINES = 512;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(2);

    private final PositionRun run;
    private final int perSecond;

    LiveStage(PositionRun run) {
        this.run = run;
        this.perSecond = run.options().perSecond();
    }

    void measure() {
        run.devices().phone(perSecond).ifPresent(this::measure);
    }

    private void measure(FixPhone phone) {
        int viewers = run.options().viewers();
        try (Viewers people = openViewers(viewers)) {
            FixWork work = work(phone, new FixLedger(), new AtomicBoolean(true));
            run.measure(
                    "live, " + viewers + " viewers",
                    work,
                    () -> watched(people, () -> send(work, WARM_UP.plus(run.time()))));
            tell(people, viewers);
        }
    }

    /** Sends without being measured anew: a second thing happens meanwhile. */
    CompletableFuture<LoadResult> sendBeside(FixWork work, Duration time) {
        return CompletableFuture.supplyAsync(() -> send(work, time));
    }

    /** A fix of each vehicle by turns, while they are wanted. */
    FixWork work(FixPhone phone, FixLedger ledger, AtomicBoolean wanted) {
        FixSource source = FixSource.byTurns(perSecond, FixSource.now()).whilst(wanted);
        return new FixWork(source, phone, ledger);
    }

    /** People who follow the trips of the first vehicles, of which each is on one. */
    Viewers openViewers(int viewers) {
        run.fleet().grow(perSecond);
        List<LoadTrip> trips = run.beginTrips(Math.min(viewers, perSecond));
        Viewers people = new Viewers(run.stack(), trips, viewers);
        int opened = people.open(viewers);
        if (opened < viewers) {
            run.wrong().add("only " + opened + " of " + viewers + " viewers could follow");
        }
        return people;
    }

    private static LoadResult watched(Viewers people, Supplier<LoadResult> sending) {
        CompletableFuture<Void> begin = CompletableFuture.runAsync(() -> {
            Waiting.pause(WARM_UP);
            people.measure();
        });
        LoadResult result = sending.get();
        begin.join();
        Waiting.pause(LAST_MESSAGES);
        return result;
    }

    private LoadResult send(FixWork work, Duration time) {
        return run.phones().pace(LINES, perSecond, time, work);
    }

    /** Says how long fixes took to the screens of those people. */
    void tell(Viewers people, int viewers) {
        Histogram micros = people.micros();
        run.print(
                "  fix → screen: p50 %.0f ms, p99 %.0f ms, most %.0f ms of %,d messages (machine load %.1f)%n",
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount(),
                PartUsage.machineLoad());
        if (people.stillOpen() < viewers) {
            run.wrong().add(viewers - people.stillOpen() + " viewers were thrown out");
        }
    }
}
