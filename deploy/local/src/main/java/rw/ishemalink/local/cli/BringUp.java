package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.PartState;
import rw.ishemalink.local.stack.StackStart;

/**
 * Brings a stack up for a command. Until {@link #keep} is called, Ctrl-C stops what was started here; what ran before
 * stays.
 */
final class BringUp {

    private final LocalStack stack;
    private final PrintWriter out;
    private final ConsoleProgress progress;
    private final StackStart start;
    private final Thread onInterrupt;

    BringUp(LocalStack stack, PrintWriter out) {
        this.stack = stack;
        this.out = out;
        this.progress = new ConsoleProgress(out);
        this.start = stack.prepareStart(progress);
        this.onInterrupt = Thread.ofPlatform().name("interrupted").unstarted(this::cancel);
    }

    /** Whether everything can be used now; tells how long it took, or what to do about the failure. */
    boolean run() {
        if (stack.listStatus().stream().allMatch(part -> part.state() == PartState.READY)) {
            out.println("everything is up already: " + address());
            out.flush();
            return true;
        }
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        long begin = System.nanoTime();
        try {
            start.run();
        } catch (PartFailedException e) {
            return explain(e);
        }
        out.println("everything is ready after " + ConsoleProgress.seconds(Duration.ofNanos(System.nanoTime() - begin))
                + ": " + address());
        out.flush();
        return true;
    }

    /** From now on what was started stays when this command ends. */
    void keep() {
        if (!start.isCancelled()) {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
    }

    private boolean explain(PartFailedException failure) {
        if (start.isCancelled()) {
            return false;
        }
        if (!progress.hasFailures()) {
            keep();
            throw failure;
        }
        out.println("not everything came up: ./ishema logs <service> shows more, ./ishema up tries again,"
                + " ./ishema down stops the rest");
        out.flush();
        return false;
    }

    private void cancel() {
        out.println("interrupted: stopping what this command started");
        out.flush();
        start.cancel(progress);
    }

    private String address() {
        return "http://localhost:" + stack.part("gateway").port();
    }
}
