package rw.ishemalink.backup.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which files of a data folder a copy needs (PostgreSQL's manual, "Making a Base Backup Using the Low Level API"). */
final class ClusterFiles {

    /** Its last moment counts, so it is read last. */
    static final String CONTROL = "global/pg_control";

    /** What is in them is of the running server, or comes from the archive. */
    private static final Set<String> EMPTY_FOLDERS = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "recovery.signal", "standby.signal");

    private final Path data;

    ClusterFiles(Path data) {
        this.data = data;
    }

    /** Folders and files relative to the data folder, the control file last. */
    List<Path> list() {
        try (Stream<Path> all = Files.walk(data)) {
            List<Path> needed = all.map(data::relativize)
                    .filter(path -> !path.toString().isEmpty())
                    .filter(ClusterFiles::isNeeded)
                    .filter(path -> !path.equals(Path.of(CONTROL)))
                    .sorted()
                    .toList();
            return Stream.concat(needed.stream(), Stream.of(Path.of(CONTROL))).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new BackupException("the data folder " + data + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Tablespaces lie outside of the data folder; the suite has none. */
    void requireNoTablespaces() {
        try (Stream<Path> links = Files.list(data.resolve("pg_tblspc"))) {
            if (links.findAny().isPresent()) {
                throw new BackupException("the cluster has tablespaces, which this backup does not copy: move their"
                        + " tables to pg_default");
            }
        } catch (IOException e) {
            throw new BackupException("the data folder " + data + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isNeeded(Path path) {
        String name = path.getFileName().toString();
        boolean inside = path.getNameCount() > 1
                && EMPTY_FOLDERS.contains(path.getName(0).toString());
        return !inside && !LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp");
    }
}
