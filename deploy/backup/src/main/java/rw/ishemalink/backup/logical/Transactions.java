package rw.ishemalink.backup.logical;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.source.Source;

/**
 * The server's count of transactions. Rows keep numbers of transactions (type {@code xid8}) to say what is new: in a server
 * that has not got that far yet, an outbox would take everything for published and clients would never hear of anything.
 */
final class Transactions {

    /** Some tens of seconds of counting. */
    private static final long MOST_COUNTED = 10_000_000;

    private static final String COUNT = """
            do $$ begin
              for i in 1..%d loop
                perform pg_current_xact_id();
                commit;
              end loop;
            end $$""";

    private Transactions() {}

    /** The number of no transaction so far. */
    static long next(Connection connection) throws SQLException {
        return Long.parseLong(Source.ask(connection, "select pg_snapshot_xmax(pg_current_snapshot())"));
    }

    /**
     * Has the server count up to there unless it has. The connection commits by itself.
     *
     * @throws BackupException when that would take too long; says what does it
     */
    static void raise(Connection connection, long wanted) throws SQLException {
        long missing = wanted - next(connection);
        if (missing > MOST_COUNTED) {
            throw new BackupException("the server's transactions are " + missing
                    + " behind those of the copy: stop it, run"
                    + " pg_resetwal --epoch=" + (wanted >>> 32) + " --next-transaction-id=" + (wanted & 0xffff_ffffL)
                    + " on its data folder, and start it again");
        }
        if (missing > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(COUNT.formatted(missing));
            }
        }
    }
}
