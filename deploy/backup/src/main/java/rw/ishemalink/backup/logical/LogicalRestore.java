package rw.ishemalink.backup.logical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.PartReader;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.DatabaseCopy;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.catalog.TableCopy;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.store.ObjectStore;

/** Puts a database of a logical copy into an empty one, whole or not at all. */
public final class LogicalRestore {

    private static final int BUFFER = 1 << 16;
    private static final String TABLES = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'""";

    private final ObjectStore store;
    private final Opener opener;

    public LogicalRestore(ObjectStore store, Opener opener) {
        this.store = store;
        this.opener = opener;
    }

    /**
     * What was done.
     *
     * @param differences between what was copied and what is there now, beside rows; a newer PostgreSQL may word alike things
     *     differently
     */
    public record Restored(long rows, List<String> differences) {

        public Restored {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Restores everything. The server has counted at least as many transactions afterwards as that of the copy had.
     *
     * @param empty a connection to the new database, by its future owner
     * @throws BackupException when that is not empty, or the copy is not what was stored
     */
    public Restored restore(LogicalCopy copy, DatabaseCopy database, Connection empty) {
        return restore(copy, database, Optional.empty(), empty);
    }

    /**
     * Restores one table with its partitions; the others are there without rows, none has keys or triggers.
     *
     * @param table with its schema, e.g. {@code public.booking}
     */
    public Restored restoreTable(LogicalCopy copy, DatabaseCopy database, String table, Connection empty) {
        if (database.tables().stream().noneMatch(one -> isOf(one, table))) {
            throw new BackupException(database.name() + " has no table " + table + " in copy " + copy.id());
        }
        return restore(copy, database, Optional.of(table), empty);
    }

    private static boolean isOf(TableCopy one, String table) {
        return one.whole().equals(table) || one.name().equals(table);
    }

    private Restored restore(LogicalCopy copy, DatabaseCopy database, Optional<String> only, Connection empty) {
        try {
            requireEmpty(empty);
            Transactions.raise(empty, copy.nextTransaction());
            empty.setAutoCommit(false);
            execute(empty, text(database.before()));
            long rows = 0;
            for (TableCopy table : database.tables()) {
                if (only.isEmpty() || isOf(table, only.get())) {
                    rows += load(empty, table);
                }
            }
            List<String> differences = only.isPresent() ? List.of() : finish(database, empty);
            empty.commit();
            empty.setAutoCommit(true);
            execute(empty, "analyze");
            return new Restored(rows, differences);
        } catch (SQLException | IOException e) {
            throw new BackupException(database.name() + " cannot be restored: " + e.getMessage(), e);
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        if (!Reading.list(connection, TABLES).equals(List.of("0"))) {
            throw new BackupException(
                    "the database " + connection.getCatalog() + " is not empty: a restore overwrites nothing");
        }
    }

    private long load(Connection connection, TableCopy table) throws SQLException, IOException {
        String copyIn = "copy " + table.name() + " (" + String.join(", ", table.columns())
                + ") from stdin with (format text, header match)";
        try (InputStream rows = new PartReader(store, opener, table.parts())) {
            long loaded = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyIn, rows, BUFFER);
            if (loaded != table.rows()) {
                throw new BackupException(table.name() + ": " + loaded + " rows, not " + table.rows());
            }
            return loaded;
        }
    }

    /** Checks as well: what was written down of the new database must be what was written down of the old one. */
    private List<String> finish(DatabaseCopy database, Connection connection) throws SQLException, IOException {
        String after = text(database.after());
        execute(connection, after);
        Reading.prepare(connection);
        Schema there = Schema.read(connection);
        return new Schema(text(database.before()), after)
                .differences(new Schema(there.before(), there.after() + Schema.places(connection)));
    }

    private String text(List<BackupPart> parts) throws IOException {
        try (InputStream text = new PartReader(store, opener, parts)) {
            return new String(text.readAllBytes(), UTF_8);
        }
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
