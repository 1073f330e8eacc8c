package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets each of some processes run in its turn only, as if each had a slow machine of its own: stopped and continued by
 * signals, so many slots whether there are so many processes or not. What is not in the list has its processors all the time.
 */
final class TimeSlots implements AutoCloseable {

    private static final Duration SLOT = Duration.ofMillis(10);

    private final List<Long> processes;
    private final int slots;
    private final Process shell;
    private final Writer signals;
    private final Thread turns;
    private volatile boolean on = true;

    TimeSlots(List<Long> processes, int slots) {
        this.processes = List.copyOf(processes);
        this.slots = slots;
        try {
            // One shell whose built-in kill sends all signals: a process for each would take what is to be measured.
            this.shell = new ProcessBuilder("sh", "-c", "while read line; do kill $line; done")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("sh cannot be started", e);
        }
        this.signals = shell.outputWriter(UTF_8);
        this.processes.forEach(process -> signal("-STOP", process));
        this.turns = Thread.ofPlatform().daemon().name("time-slots").start(this::take);
    }

    private void take() {
        for (int slot = 0; on; slot = (slot + 1) % slots) {
            boolean used = slot < processes.size();
            if (used) {
                signal("-CONT", processes.get(slot));
            }
            LockSupport.parkNanos(SLOT.toNanos());
            if (used) {
                signal("-STOP", processes.get(slot));
            }
        }
    }

    private void signal(String name, long process) {
        try {
            signals.write(name + " " + process + "\n");
            signals.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a signal cannot be sent", e);
        }
    }

    /** All run freely again. */
    @Override
    public void close() {
        on = false;
        try {
            turns.join();
            processes.forEach(process -> signal("-CONT", process));
            signals.close();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
