package rw.ishemalink.backup.logical;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.catalog.DatabaseCopy;
import rw.ishemalink.backup.catalog.LogicalCatalog;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;

/** Takes a logical copy of every database of a working server. */
public final class LogicalBackup {

    private static final String DATABASES =
            "select datname from pg_database where datallowconn and not datistemplate order by datname";

    private final Source source;
    private final ObjectStore store;
    private final Cluster cluster;
    private final Sealer sealer;
    private final Clock clock;

    public LogicalBackup(Source source, ObjectStore store, Cluster cluster, Sealer sealer, Clock clock) {
        this.source = source;
        this.store = store;
        this.cluster = cluster;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Takes it; answers when it counts.
     *
     * @throws BackupException when it cannot be taken; what was stored of it is pruned later
     */
    public LogicalCopy take() {
        Instant startedAt = clock.instant();
        String id = LogicalCatalog.id(startedAt);
        LogicalCatalog catalog = new LogicalCatalog(store, cluster);
        try (Connection connection = source.connect()) {
            DatabaseCopier copier = new DatabaseCopier(source, store, sealer);
            List<DatabaseCopy> databases = new ArrayList<>();
            for (String database : Reading.list(connection, DATABASES)) {
                databases.add(copier.copy(database, catalog.folder(id)));
            }
            LogicalCopy copy = new LogicalCopy(
                    id,
                    sealer.recipient(),
                    Source.systemIdentifier(connection),
                    Source.ask(connection, "show server_version"),
                    startedAt,
                    clock.instant(),
                    Transactions.next(connection),
                    databases);
            catalog.write(copy);
            return copy;
        } catch (SQLException | IOException e) {
            throw new BackupException("the logical copy failed: " + e.getMessage(), e);
        }
    }
}
