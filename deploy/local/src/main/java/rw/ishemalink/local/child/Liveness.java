package rw.ishemalink.local.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether processes still run. One that has ended but that nobody asked about (a zombie; they stay where the first
 * process of a container collects no orphans) does not.
 */
final class Liveness {

    private static final int POLL_MILLIS = 15;

    /** Fields 3 and 20 of {@code /proc/pid/stat} (proc(5)), counted from the one after the name. */
    private static final int STATE = 0;

    private static final int THREADS = 17;

    private Liveness() {}

    static boolean isAlive(ProcessHandle process) {
        // In this order: a zombie may be gone before the second question, and must not look alive because of it.
        return !isZombie(process.pid()) && process.isAlive();
    }

    /** Waits until the process has ended; false if it still runs after that time. */
    static boolean awaitEnd(ProcessHandle process, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (isAlive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isAlive(process);
            }
        }
        return true;
    }

    /**
     * A process whose first thread has ended is a zombie, too, while others still hold its files and ports. State and
     * number of threads are of one reading: a folder that is listed while threads end can lack some that still run.
     */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The program's name stands in brackets and may contain anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
        } catch (IOException e) {
            return false;
        }
    }
}
