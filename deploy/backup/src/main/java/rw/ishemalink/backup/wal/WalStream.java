package rw.ishemalink.backup.wal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.StoreException;

/** One connection's stream of the log. It begins where a segment begins, so that what is archived has no gap inside. */
final class WalStream implements AutoCloseable {

    private static final int IDLE_MILLIS = 2;
    /** A server that writes without a pause must not wait until a segment is full. */
    private static final long BUSY_NANOS = Duration.ofMillis(10).toNanos();

    private final PGReplicationStream stream;
    private final WalArchive archive;
    private final Sealer sealer;
    private final long pauseNanos;
    /** Whole segments are put beside the stream: their bytes are safe as pieces already. */
    private final ExecutorService wholes = Executors.newSingleThreadExecutor();

    private Future<?> lastWhole = CompletableFuture.completedFuture(null);
    private OpenSegment open;
    private long archivedEnd;
    private long unarchivedSince;

    private WalStream(
            PGReplicationStream stream, WalArchive archive, Sealer sealer, ArchiveMode mode, WalSegment first) {
        this.stream = stream;
        this.archive = archive;
        this.sealer = sealer;
        this.pauseNanos = mode.pause().toNanos();
        this.open = new OpenSegment(first);
        this.archivedEnd = first.start();
    }

    /**
     * Connects and begins.
     *
     * @param afterGap whether the server has not kept what the archive needs next: then it goes on where the server is
     */
    static WalStream open(
            Connection replication,
            Source source,
            WalArchive archive,
            Sealer sealer,
            ArchiveMode mode,
            boolean afterGap)
            throws SQLException {
        PGConnection server = replication.unwrap(PGConnection.class);
        int segmentBytes;
        try (Connection asking = source.connect()) {
            archive.claim(Source.systemIdentifier(asking));
            segmentBytes = Source.segmentBytes(asking);
            new ReplicationSlot(WalReceiver.NAME).reserve(asking);
        }
        WalSegment first = new StreamStart(replication, archive, sealer, segmentBytes).segment(afterGap);
        PGReplicationStream stream = server.getReplicationAPI()
                .replicationStream()
                .physical()
                .withSlotName(WalReceiver.NAME)
                .withStartPosition(LogSequenceNumber.valueOf(first.start()))
                .withStatusInterval(1, TimeUnit.SECONDS)
                .start();
        return new WalStream(stream, archive, sealer, mode, first);
    }

    /** Takes what has come, archives it when it is time, and tells the server. */
    void step() throws SQLException {
        ByteBuffer received = stream.readPending();
        if (received != null) {
            take(received);
        }
        if (isTime(received == null ? pauseNanos : pauseNanos + BUSY_NANOS)) {
            archive();
        } else if (received == null) {
            idle();
        }
    }

    private void take(ByteBuffer received) throws SQLException {
        while (received.hasRemaining()) {
            if (!open.hasUnarchived()) {
                unarchivedSince = System.nanoTime();
            }
            open.take(received);
            if (open.isFull()) {
                archive();
                finish();
            }
        }
    }

    private boolean isTime(long nanos) {
        return open.hasUnarchived() && System.nanoTime() - unarchivedSince >= nanos;
    }

    private void archive() throws SQLException {
        open.archive(archive, sealer);
        archivedEnd = open.end();
        LogSequenceNumber safe = LogSequenceNumber.valueOf(archivedEnd);
        stream.setFlushedLSN(safe);
        stream.setAppliedLSN(safe);
        stream.forceUpdateStatus();
    }

    /** At most one whole segment waits: the server must not run away from a store that is too slow. */
    private void finish() {
        OpenSegment full = open;
        await(lastWhole);
        lastWhole = wholes.submit(() -> archive.putWhole(full.segment(), full.content(), sealer));
        open = new OpenSegment(full.segment().next());
    }

    private static void await(Future<?> whole) {
        try {
            whole.get();
        } catch (ExecutionException e) {
            throw new StoreException("a whole segment was not archived: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", e);
        }
    }

    private static void idle() {
        try {
            Thread.sleep(Duration.ofMillis(IDLE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the server was when it last spoke. */
    long serverEnd() {
        return Math.max(open.end(), stream.getLastReceiveLSN().asLong());
    }

    long archivedEnd() {
        return archivedEnd;
    }

    @Override
    public void close() throws SQLException {
        wholes.close();
        stream.close();
    }
}
