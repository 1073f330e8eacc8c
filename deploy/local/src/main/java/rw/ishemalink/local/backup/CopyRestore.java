package rw.ishemalink.local.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.catalog.DatabaseCopy;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.logical.LogicalRestore;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.parts.PostgresServer;

/** Puts databases of a logical copy into a server. What is there stays: a copy goes into databases that are empty or new. */
public final class CopyRestore {

    private final DatabaseArchive archive;
    private final PostgresServer server;

    /** From that archive into that server. */
    public CopyRestore(DatabaseArchive archive, PostgresServer server) {
        this.archive = archive;
        this.server = server;
    }

    /**
     * What is in one database now.
     *
     * @param differences from what was copied, beside rows; empty if all is as it was
     */
    public record Filled(String database, long rows, List<String> differences) {

        public Filled {
            differences = List.copyOf(differences);
        }
    }

    /** Every database, under its own name. */
    public List<Filled> all(LogicalCopy copy) {
        return copy.databases().stream()
                .map(database -> one(copy, database.name(), database.name(), Optional.empty()))
                .toList();
    }

    /**
     * One database, or one table of it, into a database of another name.
     *
     * @param table without it all of them
     */
    public Filled one(LogicalCopy copy, String database, String into, Optional<String> table) {
        DatabaseCopy found = copy.find(database)
                .orElseThrow(() -> new PartFailedException("copy " + copy.id() + " has no database " + database
                        + "; it has "
                        + String.join(
                                ", ",
                                copy.databases().stream()
                                        .map(DatabaseCopy::name)
                                        .toList())));
        JdbcAccess access = server.createDatabaseIfAbsent(into);
        try (ObjectStore objects = archive.open();
                Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password())) {
            LogicalRestore restore = new LogicalRestore(objects, archive.opener());
            LogicalRestore.Restored restored = table.map(name -> restore.restoreTable(copy, found, name, connection))
                    .orElseGet(() -> restore.restore(copy, found, connection));
            return new Filled(into, restored.rows(), restored.differences());
        } catch (SQLException e) {
            throw new PartFailedException("postgres: " + into + " cannot be filled: " + e.getMessage(), e);
        }
    }
}
