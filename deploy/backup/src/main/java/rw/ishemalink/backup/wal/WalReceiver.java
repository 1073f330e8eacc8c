package rw.ishemalink.backup.wal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.backup.seal.SealException;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.StoreException;

/** Archives until it is closed: after a failure of server or store it connects again and goes on where the archive ends. */
public final class WalReceiver implements AutoCloseable {

    /** By this name PostgreSQL knows the receiver as a standby, and keeps for it what it has not had. */
    public static final String NAME = "ishema_archive";

    private static final System.Logger LOG = System.getLogger(WalReceiver.class.getName());
    /** The file of the log is not there any more (undefined_file). */
    private static final String GONE = "58P01";

    private static final Duration RETRY = Duration.ofMillis(500);

    private final Source source;
    private final WalArchive archive;
    private final Sealer sealer;
    private final ArchiveMode mode;
    private final Clock clock;
    private final ArchiveState state;
    private final Thread thread;
    private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
    private volatile boolean closed;
    private boolean gap;

    private WalReceiver(Source source, WalArchive archive, Sealer sealer, ArchiveMode mode, Clock clock) {
        this.source = source;
        this.archive = archive;
        this.sealer = sealer;
        this.mode = mode;
        this.clock = clock;
        this.state = new ArchiveState(clock.instant());
        this.thread = Thread.ofPlatform().name("wal-receiver").unstarted(this::run);
    }

    /** Begins to archive, in a thread of its own. */
    public static WalReceiver start(Source source, WalArchive archive, Sealer sealer, ArchiveMode mode, Clock clock) {
        WalReceiver receiver = new WalReceiver(source, archive, sealer, mode, clock);
        receiver.thread.start();
        return receiver;
    }

    public ArchiveState state() {
        return state;
    }

    private void run() {
        while (!closed) {
            try (Connection replication = source.connectForReplication(NAME)) {
                connection.set(replication);
                stream(replication);
            } catch (SQLException | StoreException | SealException e) {
                if (!closed) {
                    note(e);
                    LOG.log(System.Logger.Level.WARNING, "the archive is interrupted: {0}", e.getMessage());
                }
            } finally {
                state.connected(false);
            }
            pause();
        }
    }

    private void note(Exception failure) {
        state.failed();
        if (failure instanceof SQLException sql && GONE.equals(sql.getSQLState())) {
            gap = true;
            state.gapFound();
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the server no longer has what the archive needs next: take a backup now, no restore crosses the gap");
        }
    }

    private void stream(Connection replication) throws SQLException {
        try (WalStream stream = WalStream.open(replication, source, archive, sealer, mode, gap);
                StandbyOrder order = StandbyOrder.of(mode, source)) {
            state.connected(true);
            gap = false;
            order.give();
            while (!closed) {
                stream.step();
                state.progressed(stream.serverEnd(), stream.archivedEnd(), clock.instant());
            }
        }
    }

    private void pause() {
        try {
            if (!closed) {
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Ends; what was received but not archived stays at the server, which keeps it. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(5));
            Connection open = connection.get();
            if (thread.isAlive() && open != null) {
                open.abort(Runnable::run);
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection was gone", e);
        }
    }
}
