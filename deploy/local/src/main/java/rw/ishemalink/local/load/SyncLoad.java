package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import rw.ishemalink.local.load.BookingCheck.Found;

/** Thousands of phones whose network comes back at once, while the service is killed twice; then the count of what is there. */
public final class SyncLoad {

    private static final String SERVICE = LoadStack.BOOKING;

    /** 500 a minute would take 80 minutes: the queue is opened, so that the machine is the limit. */
    private static final Map<String, String> OPENED = Map.of(
            "ISHEMA_BOOKING_SYNC_PER_MINUTE", "1000000",
            "ISHEMA_BOOKING_SYNC_BURST", "100000");

    private final Path checkout;
    private final int phones;
    private final Duration patience;
    private final PrintWriter out;

    /**
     * A load that is yet to run.
     *
     * @param phones how many
     * @param patience after so long without an end it has failed
     */
    public SyncLoad(Path checkout, int phones, Duration patience, PrintWriter out) {
        this.checkout = checkout;
        this.phones = phones;
        this.patience = patience;
        this.out = out;
    }

    /** Runs it and prints the figures; false if anything is lost, there twice or out of order. */
    public boolean run() {
        print("starting PostgreSQL, Kafka, the registry and %s%n", SERVICE);
        try (LoadStack stack = new LoadStack(checkout, Map.of(SERVICE, OPENED));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(threads)
                        .build()) {
            SyncCheck check = new SyncCheck(stack);
            List<SyncPhone> all = IntStream.range(0, phones)
                    .mapToObj(number -> new SyncPhone(number, stack, http))
                    .toList();
            long begin = System.nanoTime();
            CompletableFuture<Double> taken = CompletableFuture.allOf(all.stream()
                            .map(phone -> CompletableFuture.runAsync(phone::bringEverything, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .thenApply(_ -> secondsSince(begin));
            killTwice(stack, check);
            double takenAfter = taken.join();
            Waiting.until("all actions to be done", patience, () -> check.countOpen() == 0);
            double doneAfter = secondsSince(begin);
            return report(stack, check, all, takenAfter, doneAfter);
        }
    }

    /** Once while phones still bring their actions, once while the queue is worked off. */
    private void killTwice(LoadStack stack, SyncCheck check) {
        for (long after : List.of(actions() / 20, actions() / 2)) {
            Waiting.until(after + " actions to be done", patience, () -> check.countDone() >= after);
            print("%,d actions are done: %s is killed and started again%n", after, SERVICE);
            stack.killAndRestart(SERVICE);
        }
    }

    private boolean report(LoadStack stack, SyncCheck check, List<SyncPhone> all, double takenAfter, double doneAfter) {
        long repeats = sum(all, SyncPhone::repeated);
        long done = all.stream().mapToLong(SyncPhone::countDone).sum();
        long lost = actions() - done + check.countWithoutEffect();
        long twice = check.countTwice() + check.countUnasked();
        long outOfOrder = check.countOutOfOrder();
        Found found = new BookingCheck(stack).count();
        long eventsWrong = Math.abs(found.events() - actions()) + found.disorder();
        row("phones", phones);
        row("actions", actions());
        row("repeats", repeats);
        row("requests sent again", sum(all, SyncPhone::sentAgain));
        row("times killed", 2);
        row("accepted per s", Math.round((actions() + repeats) / takenAfter));
        row("drained per s", Math.round(actions() / doneAfter));
        row("seconds in all", Math.round(doneAfter));
        row("lost", lost);
        row("twice", twice);
        row("out of order", outOfOrder);
        row("events missing or wrong", eventsWrong);
        boolean right = lost == 0 && twice == 0 && outOfOrder == 0 && eventsWrong == 0;
        print("%s%n", right ? "right: each action is there once, in the order of its phone" : "WRONG: see above");
        return right;
    }

    private long actions() {
        return (long) phones * SyncPhone.ACTIONS;
    }

    private static double secondsSince(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }

    private static long sum(List<SyncPhone> phones, ToIntFunction<SyncPhone> figure) {
        return phones.stream().mapToLong(phone -> figure.applyAsInt(phone)).sum();
    }

    private void row(String name, long figure) {
        print("%-26s %,10d%n", name, figure);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
