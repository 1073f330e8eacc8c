package rw.ishemalink.backup.wal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import rw.ishemalink.backup.source.Source;

/**
 * Tells the server whether commits wait for the archive. An archive that ends in good order takes the order back; one that
 * is killed leaves it, and commits wait until it is there again: that is what synchronous means.
 */
final class StandbyOrder implements AutoCloseable {

    private final ArchiveMode mode;
    private final Source source;

    private StandbyOrder(ArchiveMode mode, Source source) {
        this.mode = mode;
        this.source = source;
    }

    static StandbyOrder of(ArchiveMode mode, Source source) {
        return new StandbyOrder(mode, source);
    }

    void give() throws SQLException {
        set(
                switch (mode) {
                    case SYNCHRONOUS -> WalReceiver.NAME;
                    case FOLLOWING -> "";
                });
    }

    private void set(String names) throws SQLException {
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '" + names + "'");
            statement.execute("select pg_reload_conf()");
        }
    }

    @Override
    public void close() {
        if (mode == ArchiveMode.FOLLOWING) {
            return;
        }
        try {
            set("");
        } catch (SQLException e) {
            // The server is gone; when it is back, so are we.
            System.getLogger(StandbyOrder.class.getName())
                    .log(System.Logger.Level.DEBUG, "the order could not be taken back", e);
        }
    }
}
