package rw.ishemalink.backup.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.BackupCatalog;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.wal.WalArchive;
import rw.ishemalink.backup.wal.WalFetch;
import rw.ishemalink.backup.wal.WalSegment;

/** Lays a backup and the log that follows it into empty folders, ready for a server that recovers from them. */
public final class BaseRestore {

    private final ObjectStore store;
    private final Cluster cluster;
    private final Opener opener;

    public BaseRestore(ObjectStore store, Cluster cluster, Opener opener) {
        this.store = store;
        this.cluster = cluster;
        this.opener = opener;
    }

    /** The backup from which that target is reached soonest. */
    public Optional<Backup> find(RecoveryTarget target) {
        BackupCatalog catalog = new BackupCatalog(store, cluster);
        return switch (target) {
            case RecoveryTarget.Latest _ -> catalog.findLatest();
            case RecoveryTarget.Moment moment -> catalog.findBefore(moment.at());
        };
    }

    /**
     * What was laid out.
     *
     * @param bytes of the data folder
     * @param segments of the log
     */
    public record Laid(long bytes, int segments) {}

    /**
     * Restores.
     *
     * @param folder must be empty or missing; afterwards a server that starts on it recovers up to the target, then takes
     *     writes. The log that lies beside it may be deleted once it does
     * @throws BackupException when the folder is not empty, or the backup is not what was stored
     */
    public Laid restore(Backup backup, RecoveryTarget target, DataFolder folder, Readers readers) {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new PartReader(store, opener, backup.parts()))) {
            makeEmpty(folder.path());
            long bytes = unpack(tar, folder.path());
            WalSegment first = WalSegment.containing(backup.timeline(), backup.startLsn(), backup.segmentBytes());
            WalArchive archive = new WalArchive(store, cluster);
            if (!archive.holds(first, backup.stopLsn())) {
                throw new BackupException("the archive lacks the log of backup " + backup.id());
            }
            folder.deleteRestoredLog();
            int segments = new WalFetch(archive, opener).fetch(first, folder.restoredLog());
            int timeline = new WalFetch(archive, opener).timelines().newestAfter(backup);
            new RecoverySettings(target, timeline, folder, readers).write();
            return new Laid(bytes, segments);
        } catch (IOException e) {
            throw new BackupException("the restore failed: " + e.getMessage(), e);
        }
    }

    private static void makeEmpty(Path data) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> inside = Files.list(data)) {
            if (inside.findAny().isPresent()) {
                throw new BackupException(data + " is not empty: a restore overwrites nothing");
            }
        }
    }

    private static long unpack(TarArchiveInputStream tar, Path data) throws IOException {
        long bytes = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = data.resolve(entry.getName()).normalize();
            if (!target.startsWith(data)) {
                throw new BackupException("the backup holds a file outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
            } else {
                bytes += write(tar, target);
            }
        }
        return bytes;
    }

    private static long write(TarArchiveInputStream tar, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            long bytes = tar.transferTo(out);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return bytes;
        }
    }
}
