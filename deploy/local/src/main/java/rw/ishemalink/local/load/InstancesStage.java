package rw.ishemalink.local.load;

import static rw.ishemalink.local.load.AnalyticsRun.join;
import static rw.ishemalink.local.load.AnalyticsRun.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.ServicePart;

/** Two instances, each with a copy of what the other counts: one is killed, then both are restarted one by one, while bookings go on. */
final class InstancesStage {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration CALM = Duration.ofSeconds(10);

    private final AnalyticsRun run;

    InstancesStage(AnalyticsRun run) {
        this.run = run;
    }

    void measure() {
        LocalStack stack = run.stack().stack();
        ServicePart second = stack.startAnother(AnalyticsRun.ANALYTICS, Map.of());
        AtomicBoolean on = new AtomicBoolean(true);
        Thread bookings = run.start("bookings", new Pace(run.options().perSecond(), on, () -> run.writer()
                .write(run.nextToTell())));
        try (Backlog backlog = run.backlog()) {
            awaitBoth(backlog);
            List<URI> both = List.of(run.stack().url(AnalyticsRun.ANALYTICS), second.url());
            Watch killed = watch(both, () -> second.kill());
            run.result("kill -9 of one of two instances", killed.toString(), "", "");
            stack.start(second.name());
            awaitBoth(backlog);
            Watch firstRestarted = watch(both, () -> stack.stop(AnalyticsRun.ANALYTICS));
            stack.start(AnalyticsRun.ANALYTICS);
            awaitBoth(backlog);
            Watch secondRestarted = watch(both, () -> stack.stop(second.name()));
            run.result("the first stopped in good order", firstRestarted.toString(), "", "complete after 5 s");
            run.result("the second, likewise", secondRestarted.toString(), "", "complete after 5 s");
            stack.start(second.name());
        }
        on.set(false);
        join(bookings);
        new EqualityStage(run).compare("after kill and restarts");
    }

    /** Both have work, and copies of the other's, or they were not ready. */
    private void awaitBoth(Backlog backlog) {
        Waiting.until("two instances to share the work", PATIENCE, () -> backlog.workers(AnalyticsRun.ANALYTICS) >= 2);
        AnalyticsAsker asker = new AnalyticsAsker(run, LoadLife.TENANT);
        Waiting.until("whole answers", PATIENCE, () -> asker.findRevenue()
                .filter(InstancesStage::isWhole)
                .isPresent());
        Waiting.pause(CALM);
    }

    private static boolean isWhole(JsonNode answer) {
        return answer.path("complete").asBoolean();
    }

    /** Asks all the time, while that happens and until answers are whole again and grow. */
    private Watch watch(List<URI> instances, Runnable what) {
        AnalyticsAsker asker = new AnalyticsAsker(instances, run.token());
        AtomicBoolean over = new AtomicBoolean();
        Watch watch = new Watch(asker);
        Thread watching = run.start("watch", () -> watch.run(over));
        Waiting.pause(Duration.ofSeconds(2));
        long begin = System.nanoTime();
        watch.happens();
        what.run();
        Waiting.until("answers that are whole and grow", PATIENCE, watch::isGrowing);
        watch.print(run, begin);
        // Whatever moves later still counts.
        Waiting.pause(CALM.multipliedBy(2));
        over.set(true);
        join(watching);
        return watch;
    }

    /** What somebody saw who asked all the time. */
    private static final class Watch {

        private static final Duration MOMENT = Duration.ofMillis(10);

        private final AnalyticsAsker asker;
        private volatile long happened = Long.MAX_VALUE;
        private volatile long bookings;
        private volatile long before;
        private volatile boolean growing;
        private long lastAnswer = System.nanoTime();
        private long lastWhole = lastAnswer;
        private long lastGrowth = lastAnswer;
        private long longestSilence;
        private long longestPart;
        private long longestStandstill;
        private long shrunk;

        Watch(AnalyticsAsker asker) {
            this.asker = asker;
        }

        void happens() {
            before = bookings;
            happened = System.nanoTime();
        }

        void run(AtomicBoolean over) {
            while (!over.get()) {
                asker.findRevenue().ifPresent(this::answered);
                Waiting.pause(MOMENT);
            }
        }

        private void answered(JsonNode answer) {
            long now = System.nanoTime();
            longestSilence = Math.max(longestSilence, now - lastAnswer);
            lastAnswer = now;
            if (!isWhole(answer)) {
                return;
            }
            longestPart = Math.max(longestPart, now - lastWhole);
            lastWhole = now;
            long found = answer.at("/total/bookings").asLong();
            if (found > bookings) {
                longestStandstill = Math.max(longestStandstill, now - lastGrowth);
                lastGrowth = now;
            } else if (found < bookings) {
                shrunk++;
            }
            growing = now > happened && found > before;
            bookings = found;
        }

        boolean isGrowing() {
            return growing;
        }

        void print(AnalyticsRun run, long begin) {
            run.print("  whole answers grow again %.1f s later%n", (System.nanoTime() - begin) / 1e9);
        }

        @Override
        public String toString() {
            return text(
                    "longest without answer %.2f s, without a complete one %.2f s, without news %.2f s%s",
                    longestSilence / 1e9,
                    longestPart / 1e9,
                    longestStandstill / 1e9,
                    shrunk == 0 ? "" : "; " + shrunk + " complete answers had less than the one before");
        }
    }
}
