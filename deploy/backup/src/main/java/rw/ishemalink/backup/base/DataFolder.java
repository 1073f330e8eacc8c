package rw.ishemalink.backup.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a server keeps its files. */
public record DataFolder(Path path) {

    /** Makes room for a restore: what is there gets another name beside it. The new name, if there was anything. */
    public Optional<Path> moveAside(Instant now) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.move(path, path.resolveSibling("before-restore-" + now.getEpochSecond())));
        } catch (IOException e) {
            throw new BackupException("cannot move " + path + " aside: " + e.getMessage(), e);
        }
    }

    /** Where the log lies from which a restored server recovers. */
    public Path restoredLog() {
        return path.resolveSibling("restored-wal");
    }

    /** The log of an earlier restore, which may be of a timeline that this one must not follow. */
    public void deleteRestoredLog() {
        if (!Files.exists(restoredLog())) {
            return;
        }
        try (Stream<Path> files = Files.list(restoredLog())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(restoredLog());
        } catch (IOException e) {
            throw new BackupException("cannot delete " + restoredLog() + ": " + e.getMessage(), e);
        }
    }
}
