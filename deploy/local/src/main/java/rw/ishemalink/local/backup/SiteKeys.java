package rw.ishemalink.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import rw.ishemalink.local.child.Folders;

/**
 * What the store does not give back: the identity that opens backups, the keys of sealed columns, the password of the restored
 * cluster. In production two people keep them, apart from each other; here they are files that only their owner reads.
 */
public final class SiteKeys {

    private static final List<String> FILES =
            List.of("secrets.properties", "data/postgres.password", "data/archive-keys.properties");

    private SiteKeys() {}

    /**
     * Brings those of one home to another, or to whoever keeps them.
     *
     * @throws UncheckedIOException when one is missing or there already
     */
    public static void copy(Path from, Path to) {
        for (String name : FILES) {
            Path file = to.resolve(name);
            Folders.create(file.resolveSibling("."));
            try {
                Files.copy(from.resolve(name), file, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot bring " + from.resolve(name) + " to " + to, e);
            }
        }
    }
}
