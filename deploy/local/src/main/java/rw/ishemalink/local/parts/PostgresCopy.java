package rw.ishemalink.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Programs;

/**
 * A base copy of a running server on the same machine, for one that will follow it; what {@code pg_basebackup}, which the
 * embedded programs lack, does through a connection. It is there whole or not at all.
 */
final class PostgresCopy {

    /** Of these only the folder is copied: the log is fetched, the rest belongs to the running process. */
    private static final Set<String> LEFT_EMPTY =
            Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    private final PostgresServer primary;
    private final PostgresPlace place;

    PostgresCopy(PostgresServer primary, PostgresPlace place) {
        this.primary = primary;
        this.place = place;
    }

    void take() {
        Path half = place.folder().resolve("half");
        Folders.delete(half);
        try (Connection connection = primary.connect();
                Statement sql = connection.createStatement()) {
            Path source = Path.of(one(sql, "show data_directory"));
            sql.execute("select pg_backup_start('replica', true)");
            copy(source, half);
            Files.writeString(half.resolve("backup_label"), one(sql, "select labelfile from pg_backup_stop(false)"));
            follow(half);
            own(half);
            Files.move(half, place.data());
        } catch (SQLException e) {
            throw new PartFailedException("postgres: the primary cannot be copied: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the primary to " + half, e);
        }
    }

    /** In a file, not on the command line, where everybody could read the password. */
    private void follow(Path half) throws IOException {
        String[] address = primary.address().split(":", 2);
        Files.writeString(
                half.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=%s port=%s user=%s password=%s'%n"
                        .formatted(address[0], address[1], primary.user(), primary.password()),
                StandardOpenOption.APPEND);
        Files.createFile(half.resolve("standby.signal"));
    }

    private void own(Path half) {
        if (place.account().takesFolder()
                && !Programs.succeeds(List.of("chown", "-R", "65534:65534", half.toString()))) {
            throw new PartFailedException("postgres: the copy cannot be given to nobody");
        }
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What is removed or cut off while it is copied, the log tells of anyway. */
    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path made = Files.createDirectories(target.resolve(source.relativize(folder)));
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
                return LEFT_EMPTY.contains(source.relativize(folder).toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = source.relativize(file);
                try {
                    if (!LEFT_OUT.contains(name.toString())) {
                        Files.copy(file, target.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                    }
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }
}
