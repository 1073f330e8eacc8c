package rw.ishemalink.backup.logical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.PartWriter;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.DatabaseCopy;
import rw.ishemalink.backup.catalog.TableCopy;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;

/**
 * Copies one database as of one moment. A table is locked only while it is read, and only against being changed in shape:
 * somebody who waits to drop a partition would else keep everybody from the whole table until the copy is done.
 */
final class DatabaseCopier {

    private static final int TRIES = 3;
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String HISTORY = "to_regclass('public.flyway_schema_history')";
    private static final String MIGRATION = """
            select version from public.flyway_schema_history
             where success and version is not null order by installed_rank desc limit 1""";

    private final Source source;
    private final ObjectStore store;
    private final Sealer sealer;

    DatabaseCopier(Source source, ObjectStore store, Sealer sealer) {
        this.source = source;
        this.store = store;
        this.sealer = sealer;
    }

    /** The shape of a table changed since the moment of the copy. */
    private static final class ShapeChangedException extends Exception {

        private static final long serialVersionUID = 1L;

        ShapeChangedException(String table) {
            super(table + " was dropped, emptied or rewritten while it was copied");
        }
    }

    /**
     * Copies it into objects whose keys begin with that folder.
     *
     * @throws BackupException when tables do not stay as they are for long enough
     */
    DatabaseCopy copy(String database, String folder) throws SQLException, IOException {
        String reason = "";
        for (int i = 1; i <= TRIES; i++) {
            try {
                return tryOnce(database, folder + "/" + URLEncoder.encode(database, UTF_8) + "/" + i);
            } catch (ShapeChangedException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new BackupException(database + ": " + reason + ", " + TRIES + " times");
    }

    private DatabaseCopy tryOnce(String database, String folder)
            throws SQLException, IOException, ShapeChangedException {
        try (Connection moment = Reading.open(source, database);
                Connection reading = Reading.open(source, database)) {
            String snapshot = Source.ask(moment, "select pg_export_snapshot()");
            Schema schema = Schema.read(moment);
            List<TableShape> shapes = TableShape.list(moment);
            List<TableCopy> tables = new ArrayList<>();
            for (TableShape shape : shapes) {
                tables.add(copy(reading, snapshot, shape, key(folder, tables.size())));
            }
            return new DatabaseCopy(
                    database,
                    migration(moment),
                    put(schema.before(), folder + "/before"),
                    put(schema.after() + Schema.places(moment), folder + "/after"),
                    tables);
        }
    }

    /** Not by name: names of tables are no keys of objects, and may tell whose rows they are. */
    private static String key(String folder, int place) {
        return String.format(Locale.ROOT, "%s/t%04d", folder, place + 1);
    }

    private static String migration(Connection connection) throws SQLException {
        boolean kept =
                Source.ask(connection, "select " + HISTORY + " is not null").equals("t");
        return kept ? Source.ask(connection, MIGRATION) : "";
    }

    private TableCopy copy(Connection reading, String snapshot, TableShape table, String key)
            throws SQLException, IOException, ShapeChangedException {
        PartWriter parts = new PartWriter(store, sealer, key);
        long rows;
        try (LineCount lines = new LineCount(parts)) {
            rows = copy(reading, snapshot, table, lines);
        }
        return new TableCopy(table.name(), table.whole(), table.columns(), rows, parts.parts());
    }

    private static long copy(Connection reading, String snapshot, TableShape table, LineCount lines)
            throws SQLException, IOException, ShapeChangedException {
        try {
            read(reading, "set transaction snapshot '" + snapshot + "'");
            long rows = reading.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), lines);
            requireUnchanged(reading, table);
            reading.commit();
            if (lines.lines() != rows + 1) {
                throw new BackupException(table.name() + ": " + rows + " rows, but " + lines.lines() + " lines");
            }
            return rows;
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState()) || UNDEFINED_COLUMN.equals(e.getSQLState())) {
                throw new ShapeChangedException(table.name());
            }
            throw e;
        }
    }

    private static void requireUnchanged(Connection reading, TableShape table)
            throws SQLException, ShapeChangedException {
        try (Statement statement = reading.createStatement();
                ResultSet row = statement.executeQuery(table.currentFile())) {
            row.next();
            if (row.getLong(1) != table.file()) {
                throw new ShapeChangedException(table.name());
            }
        }
    }

    private static void read(Connection connection, String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private List<BackupPart> put(String text, String key) {
        PartWriter parts = new PartWriter(store, sealer, key);
        try (parts) {
            byte[] bytes = text.getBytes(UTF_8);
            parts.write(bytes, 0, bytes.length);
        }
        return parts.parts();
    }
}
