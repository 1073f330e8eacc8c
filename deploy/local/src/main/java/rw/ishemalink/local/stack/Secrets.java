package rw.ishemalink.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import rw.ishemalink.local.child.Folders;

/** Keys that are made once per home, 32 random bytes each, in a file that only its owner reads. */
final class Secrets {

    private static final int KEY_BYTES = 32;
    private final Path file;

    Secrets(Path home) {
        this.file = home.resolve("secrets.properties");
    }

    /** The key of that name in base64, made now if it is not there yet. */
    synchronized String getOrCreate(String name) {
        try {
            Properties known = read();
            String value = known.getProperty(name);
            return value == null ? create(name, known) : value;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep secrets in " + file, e);
        }
    }

    private String create(String name, Properties known) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String value = Base64.getEncoder().encodeToString(key);
        known.setProperty(name, value);
        if (!Files.exists(file)) {
            Folders.create(file.resolveSibling("."));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            known.store(out, "keys of this stack; without them its data cannot be read");
        }
        return value;
    }

    private Properties read() throws IOException {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                known.load(in);
            }
        }
        return known;
    }
}
