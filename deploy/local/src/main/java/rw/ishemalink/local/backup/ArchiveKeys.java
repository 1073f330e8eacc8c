package rw.ishemalink.local.backup;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import rw.ishemalink.backup.seal.SealKeys;
import rw.ishemalink.local.child.Folders;

/**
 * The keys of a stack's archive, in a file that only its owner reads. On one machine the identity lies beside the rest; in
 * production it is kept where no attacker of this host finds it.
 */
public record ArchiveKeys(String accessKey, String secretKey, SealKeys seal) {

    private static final String ACCESS_KEY = "ishemalink-archive";
    private static final int SECRET_BYTES = 20;

    /** Those of that home, made now if there are none. */
    public static ArchiveKeys getOrCreate(Path home) {
        Path file = file(home);
        try {
            if (!Files.exists(file)) {
                write(file, create());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the archive's keys in " + file, e);
        }
    }

    private static Path file(Path home) {
        return home.resolve("data").resolve("archive-keys.properties");
    }

    private static ArchiveKeys create() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new ArchiveKeys(ACCESS_KEY, HexFormat.of().formatHex(secret), SealKeys.generate());
    }

    private static void write(Path file, ArchiveKeys keys) throws IOException {
        Properties text = new Properties();
        text.setProperty("accessKey", keys.accessKey());
        text.setProperty("secretKey", keys.secretKey());
        text.setProperty("recipient", keys.seal().recipient());
        text.setProperty("identity", keys.seal().identity());
        Folders.create(file.resolveSibling("."));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(file)) {
            text.store(out, "keys of this stack's archive; without the identity no backup can be opened");
        }
    }

    private static ArchiveKeys read(Path file) throws IOException {
        Properties text = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            text.load(in);
        }
        return new ArchiveKeys(
                text.getProperty("accessKey", ""),
                text.getProperty("secretKey", ""),
                new SealKeys(text.getProperty("recipient", ""), text.getProperty("identity", "")));
    }

    /** Hides the secrets. */
    @Override
    public String toString() {
        return "ArchiveKeys[accessKey=" + accessKey + ", seal=" + seal + "]";
    }
}
