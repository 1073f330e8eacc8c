package rw.ishemalink.local.parts;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.child.Child;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Lifetime;
import rw.ishemalink.local.child.LogTail;
import rw.ishemalink.local.child.Ports;
import rw.ishemalink.local.child.ProcessRef;

/**
 * One program of the stack with one port of the loopback address. It can be started, stopped, killed and started again
 * on the same data and port, any number of times.
 */
public abstract class Part implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final int POLL_MILLIS = 50;

    private final String name;
    private final int port;
    private final Path log;
    private final Lifetime lifetime;
    private volatile @Nullable Child child;

    /**
     * A part that is not started yet.
     *
     * @param port 0 picks a free one
     */
    protected Part(String name, int port, Path log, Lifetime lifetime) {
        this.name = name;
        this.port = port == 0 ? Ports.pickFree() : port;
        this.log = log;
        this.lifetime = lifetime;
    }

    /** Makes what the program needs before it can start; does nothing when it is there. */
    protected abstract void prepare();

    /** What to run. */
    protected abstract ChildSpec spec();

    /** The signal that makes the program end in good order. */
    protected String stopSignal() {
        return "TERM";
    }

    /** Asks the program, which listens already, whether it can be used; answers within seconds. */
    protected abstract boolean answers();

    /** Whether the part runs and can be used. */
    public boolean isReady() {
        return isAlive() && Ports.isOpen(port) && answers();
    }

    /** Prepares, starts and waits until the part is ready. Does nothing when it runs already. */
    public void start() {
        launch();
        awaitReady();
    }

    /**
     * Prepares and starts without waiting. Does nothing when it runs already.
     *
     * @throws PartFailedException when the port is taken or the program cannot be started
     */
    public synchronized void launch() {
        if (isAlive()) {
            return;
        }
        if (!Ports.isFree(port)) {
            throw new PartFailedException(
                    name + ": port " + port + " is taken by another program; stop that one or choose other ports");
        }
        try {
            prepare();
            child = Child.start(spec(), lifetime);
        } catch (UncheckedIOException e) {
            throw new PartFailedException(name + ": " + reason(e), e);
        }
    }

    /**
     * Waits until the part is ready.
     *
     * @throws PartFailedException when it ends instead, or is not ready in time; the message has its last error
     */
    public void awaitReady() {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new PartFailedException(name + " ended while it started: " + lastError());
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailedException(
                        name + " was not ready within " + START_TIMEOUT.toSeconds() + " s: " + lastError());
            }
            pause();
        }
    }

    /** Takes over a process that an earlier JVM started for this part, if it is still the same and alive. */
    public synchronized boolean adopt(ProcessRef reference) {
        Optional<ProcessHandle> found = reference.find();
        found.ifPresent(handle -> child = Child.adopt(handle, reference));
        return found.isPresent();
    }

    /** Asks the part to end and waits until it is gone. */
    public synchronized void stop() {
        findChild().ifPresent(running -> running.stop(stopSignal(), STOP_TIMEOUT));
    }

    /** Ends the part with SIGKILL, its child processes too, and waits until it is gone. */
    public synchronized void kill() {
        findChild().ifPresent(Child::kill);
    }

    /** Stops the part if it runs, and starts it on the same data and port. */
    public void restart() {
        stop();
        start();
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    public boolean isAlive() {
        return findChild().map(Child::isAlive).orElse(false);
    }

    /** The process, also after it ended; empty before the first start. */
    public Optional<Child> findChild() {
        return Optional.ofNullable(child);
    }

    /**
     * The id of the process.
     *
     * @throws IllegalStateException before the first start
     */
    public long pid() {
        return findChild()
                .orElseThrow(() -> new IllegalStateException(name + " was not started"))
                .pid();
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    private String lastError() {
        return LogTail.findLastError(log).orElse("it wrote nothing") + " (log: " + log + ")";
    }

    private static String reason(UncheckedIOException e) {
        String cause = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
        return String.valueOf(e.getMessage()).contains(cause)
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ": " + cause;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while waiting", e);
        }
    }
}
