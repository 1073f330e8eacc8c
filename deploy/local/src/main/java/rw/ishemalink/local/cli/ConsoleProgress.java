package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import rw.ishemalink.local.stack.StackProgress;

/** One line for each thing that happens. */
final class ConsoleProgress implements StackProgress {

    private final PrintWriter out;
    private final AtomicInteger failures = new AtomicInteger();

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    boolean hasFailures() {
        return failures.get() > 0;
    }

    @Override
    public void foundReady(String part) {
        say(part, "up already");
    }

    @Override
    public void started(String part, int port) {
        say(part, "starting on port " + port);
    }

    @Override
    public void ready(String part, Duration after) {
        say(part, "ready after " + seconds(after));
    }

    @Override
    public void failed(String part, String reason) {
        failures.incrementAndGet();
        say(part, "FAILED: " + reason);
    }

    @Override
    public void stopped(String part, Duration after) {
        say(part, "stopped after " + seconds(after));
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private synchronized void say(String part, String what) {
        out.println("  %-21s %s".formatted(part, what));
        out.flush();
    }
}
