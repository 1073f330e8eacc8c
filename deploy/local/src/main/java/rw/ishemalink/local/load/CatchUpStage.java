package rw.ishemalink.local.load;

import static rw.ishemalink.local.load.AnalyticsRun.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.LogTail;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.schemas.Topics;

/** All that was told, counted as fast as it goes: by a topology that only counts, and by analytics. */
final class CatchUpStage {

    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final AnalyticsRun run;
    private final long bookingEvents;

    CatchUpStage(AnalyticsRun run) {
        this.run = run;
        this.bookingEvents = run.writer().bookingEvents();
    }

    /**
     * How fast it was.
     *
     * @param seconds from the first that was counted to the last
     * @param lateSeconds of them, the second half of the events
     */
    private record Rate(long events, double seconds, double lateSeconds) {

        double perSecond() {
            return events / seconds;
        }

        /** When its code was compiled. */
        double latePerSecond() {
            return events / 2.0 / lateSeconds;
        }

        @Override
        public String toString() {
            return text("%,.0f/s, its second half %,.0f/s", perSecond(), latePerSecond());
        }
    }

    /** Measures, one after the other; the service runs afterwards, with everything counted. */
    void measure() {
        Rate count = bare(BareCount.Work.COUNT);
        Rate decoded = bare(BareCount.Work.DECODE_AND_COUNT);
        Rate all = service();
        run.result(
                "booking events, those of payment, compliance and tracking with them, through all aggregates",
                all.toString(),
                "",
                "20,000/s");
        run.result(
                "against a topology that only counts",
                text(
                        "%.0f %% of %,.0f/s; of %,.0f/s when it reads them too, %.0f %%",
                        100 * all.latePerSecond() / count.latePerSecond(),
                        count.latePerSecond(),
                        decoded.latePerSecond(),
                        100 * all.latePerSecond() / decoded.latePerSecond()),
                "",
                "50 % for each aggregate");
    }

    private Rate bare(BareCount.Work work) {
        try (BareCount counting = BareCount.start(
                        Folders.create(run.stack().home().resolve("bare")),
                        run.stack().bootstrapServers(),
                        work,
                        768);
                Backlog backlog = run.backlog()) {
            Map<String, Duration> before = run.busy(AnalyticsRun.KAFKA);
            Rate rate = rate(backlog, work.group(), counting::isAlive, counting.log());
            double millions = bookingEvents / 1e6;
            run.print(
                    "  %s: %s; CPU seconds per million: %.1f, broker %.1f%n",
                    work.group(),
                    rate,
                    counting.busy().toMillis() / 1e3 / millions,
                    spent(before, AnalyticsRun.KAFKA) / millions);
            return rate;
        }
    }

    /**
     * Starts the service without any state on what is there and waits until it has dealt with it. On a restart Kafka gives
     * a task to the thread that finds its folder first, and one thread may so get all of bookings.
     */
    Rate service() {
        Folders.delete(run.stack().home().resolve("data").resolve(AnalyticsRun.ANALYTICS));
        Map<String, Duration> before = run.busy(AnalyticsRun.KAFKA);
        run.stack().stack().start(AnalyticsRun.ANALYTICS);
        Part part = run.stack().stack().part(AnalyticsRun.ANALYTICS);
        try (Backlog backlog = run.backlog()) {
            Rate rate = rate(backlog, AnalyticsRun.ANALYTICS, part::isAlive, part.log());
            double millions = bookingEvents / 1e6;
            run.result(
                    "CPU seconds per million booking events",
                    text(
                            "%.0f, broker %.0f",
                            ProcessTimes.of(part).toMillis() / 1e3 / millions,
                            spent(before, AnalyticsRun.KAFKA) / millions),
                    "",
                    "");
            run.result("memory when all is counted", PartUsage.residentMegabytes(part) + " MB", "", "");
            return rate;
        }
    }

    private Rate rate(Backlog backlog, String group, BooleanSupplier alive, Path log) {
        long first = 0;
        long half = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!alive.getAsBoolean()) {
                throw new IllegalStateException(
                        group + " has ended: " + LogTail.findLastError(log).orElse(""));
            }
            long done = backlog.done(group, Topics.BOOKING_EVENTS);
            long now = System.nanoTime();
            first = first == 0 && done > 0 ? now : first;
            half = half == 0 && done >= bookingEvents / 2 ? now : half;
            if (done >= bookingEvents && backlog.isDone(group)) {
                double moment = MOMENT.toNanos() / 1e9;
                return new Rate(
                        bookingEvents, Math.max(moment, (now - first) / 1e9), Math.max(moment, (now - half) / 1e9));
            }
            Waiting.pause(MOMENT);
        }
        throw new IllegalStateException("waited in vain for " + group);
    }

    private double spent(Map<String, Duration> before, String part) {
        return run.busy(part)
                        .getOrDefault(part, Duration.ZERO)
                        .minus(before.getOrDefault(part, Duration.ZERO))
                        .toMillis()
                / 1e3;
    }
}
