package rw.ishemalink.backup.wal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** How far the archive is, for whoever watches. Safe for threads. */
public final class ArchiveState {

    private volatile boolean connected;
    private volatile long server;
    private volatile long archived;
    private volatile Instant evenAt;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();

    public ArchiveState(Instant now) {
        this.evenAt = now;
    }

    void connected(boolean now) {
        connected = now;
    }

    void failed() {
        failures.incrementAndGet();
    }

    void gapFound() {
        gaps.incrementAndGet();
    }

    /** The server is at the one position, the archive at the other. */
    void progressed(long serverPosition, long archivedPosition, Instant now) {
        server = serverPosition;
        archived = archivedPosition;
        if (Long.compareUnsigned(archivedPosition, serverPosition) >= 0) {
            evenAt = now;
        }
    }

    public boolean isConnected() {
        return connected;
    }

    /** Position after the last archived byte; 0 before the first. */
    public long archived() {
        return archived;
    }

    public long failures() {
        return failures.get();
    }

    /** Each needs a new backup. */
    public long gaps() {
        return gaps.get();
    }

    public long lagBytes() {
        return Math.max(0, server - archived);
    }

    /** For how long it has not had everything; nothing while it is connected and has. */
    public Duration lag(Instant now) {
        return connected && lagBytes() == 0 ? Duration.ZERO : Duration.between(evenAt, now);
    }
}
