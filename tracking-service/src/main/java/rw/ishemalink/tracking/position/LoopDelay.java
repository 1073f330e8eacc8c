package rw.ishemalink.tracking.position;

import java.time.Duration;

/** How long a task waits on an event loop for its turn, by one that is due again and again. Written by that loop, read by all. */
final class LoopDelay {

    private final long everyNanos;
    private volatile long dueNanos;
    private volatile long lastNanos;

    /**
     * A loop that has not been late yet.
     *
     * @param every pause between two turns of the task
     */
    LoopDelay(Duration every, long nowNanos) {
        this.everyNanos = every.toNanos();
        this.dueNanos = nowNanos + everyNanos;
    }

    /** The task has its turn. */
    void ran(long nowNanos) {
        lastNanos = Math.max(0, nowNanos - dueNanos);
        dueNanos = nowNanos + everyNanos;
    }

    /** What it waited the last time; more when it has been due for longer. */
    long nanos(long nowNanos) {
        return Math.max(lastNanos, nowNanos - dueNanos);
    }
}
