package rw.ishemalink.local.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.backup.base.BaseBackup;
import rw.ishemalink.backup.base.ReadBack;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.BackupCatalog;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.catalog.LogicalCatalog;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.catalog.Pruning;
import rw.ishemalink.backup.catalog.Retention;
import rw.ishemalink.backup.logical.LogicalBackup;
import rw.ishemalink.backup.logical.LogicalCheck;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.S3Store;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.parts.ArchivePart;
import rw.ishemalink.local.parts.ObjectStorePart;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;
import rw.ishemalink.local.parts.PostgresServer;

/** A PostgreSQL of this machine with its object store and archive. */
public final class DatabaseArchive {

    /** The name of a stack's cluster in the store. */
    public static final Cluster CLUSTER = new Cluster("local");

    private static final String BUCKET = "ishemalink-backups";

    private final PostgresPart postgres;
    private final ArchiveKeys keys;
    private final ObjectStorePart store;
    private final ArchivePart archive;

    /**
     * An archive of which nothing is started yet.
     *
     * @param storePort 0 picks a free one
     * @param archivePort of its figures; 0 picks a free one
     * @param objects the folder of the object store
     */
    public DatabaseArchive(
            PartOptions options,
            PostgresPart postgres,
            Path objects,
            int storePort,
            int archivePort,
            ArchiveMode mode) {
        this(options, postgres, store(options, storePort, objects), archivePort, mode);
    }

    /** The same with a store that stands elsewhere; its keys are those of this home. */
    public DatabaseArchive(
            PartOptions options, PostgresPart postgres, ObjectStorePart store, int archivePort, ArchiveMode mode) {
        this.postgres = postgres;
        this.keys = ArchiveKeys.getOrCreate(options.home());
        this.store = store;
        this.archive = new ArchivePart(options, archivePort, () -> settings(mode));
    }

    private static ObjectStorePart store(PartOptions options, int port, Path objects) {
        ArchiveKeys keys = ArchiveKeys.getOrCreate(options.home());
        return new ObjectStorePart(options, port, objects, keys.accessKey(), keys.secretKey());
    }

    private Map<String, String> settings(ArchiveMode mode) {
        PostgresServer server = postgres.server();
        Map<String, String> settings = new HashMap<>(store.access(BUCKET).toEnvironment());
        settings.put("ISHEMA_BACKUP_JDBC_URL", server.access("postgres").url());
        settings.put("ISHEMA_BACKUP_USER", server.user());
        settings.put("ISHEMA_BACKUP_PASSWORD", server.password());
        settings.put("ISHEMA_BACKUP_DATA", postgres.dataFolder().toString());
        settings.put("ISHEMA_BACKUP_CLUSTER", CLUSTER.name());
        settings.put("ISHEMA_BACKUP_RECIPIENT", keys.seal().recipient());
        settings.put("ISHEMA_BACKUP_SYNCHRONOUS", Boolean.toString(mode == ArchiveMode.SYNCHRONOUS));
        return settings;
    }

    /** Starts both and waits until the log is streamed. */
    public void start() {
        store.start();
        archive.start();
    }

    public ObjectStorePart store() {
        return store;
    }

    public ArchivePart archive() {
        return archive;
    }

    public ArchiveKeys keys() {
        return keys;
    }

    /** The bucket; to be closed. */
    public ObjectStore open() {
        return new S3Store(store.access(BUCKET));
    }

    public Opener opener() {
        return new Opener(keys.seal().identity());
    }

    private Source source() {
        return Source.from(settings(ArchiveMode.FOLLOWING));
    }

    private Sealer sealer() {
        return new Sealer(keys.seal().recipient());
    }

    /** Takes a whole copy now. */
    public Backup take() {
        try (ObjectStore objects = open()) {
            return new BaseBackup(source(), objects, CLUSTER, sealer(), Clock.systemUTC()).take();
        }
    }

    /** Takes a logical copy of all databases now. */
    public LogicalCopy takeLogical() {
        try (ObjectStore objects = open()) {
            return new LogicalBackup(source(), objects, CLUSTER, sealer(), Clock.systemUTC()).take();
        }
    }

    /** All logical copies that are whole, the oldest first. */
    public List<LogicalCopy> listLogical() {
        try (ObjectStore objects = open()) {
            return new LogicalCatalog(objects, CLUSTER).list();
        }
    }

    /** What is wrong with the copy, each in a line: every part is read back, compared and opened, its rows are counted. */
    public List<String> check(LogicalCopy copy) {
        try (ObjectStore objects = open()) {
            return new LogicalCheck(objects, Optional.of(opener())).check(copy);
        }
    }

    /** All that are whole, the oldest first. */
    public List<Backup> list() {
        try (ObjectStore objects = open()) {
            return new BackupCatalog(objects, CLUSTER).list();
        }
    }

    /** What is wrong with the backup, each in a line: every part is read back, compared and opened. */
    public List<String> check(Backup backup) {
        try (ObjectStore objects = open()) {
            return new ReadBack(objects, CLUSTER, Optional.of(opener())).check(backup);
        }
    }

    /** Deletes what no backup of the last thirty days needs. */
    public Pruning.Pruned prune() {
        try (ObjectStore objects = open()) {
            return new Pruning(objects, CLUSTER, Retention.THIRTY_DAYS)
                    .run(Clock.systemUTC().instant());
        }
    }
}
