package rw.ishemalink.backup.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

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
}
