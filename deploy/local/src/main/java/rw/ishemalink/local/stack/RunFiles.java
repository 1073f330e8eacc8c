package rw.ishemalink.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.ProcessRef;

/** Which process runs which part: one file each in {@code run}. A file whose process is gone means that it was killed. */
final class RunFiles {

    private static final String SUFFIX = ".process";
    private final Path folder;

    RunFiles(Path home) {
        this.folder = home.resolve("run");
    }

    void write(String part, ProcessRef process) {
        Properties entry = new Properties();
        entry.setProperty("pid", Long.toString(process.pid()));
        entry.setProperty("startedAt", process.startedAt().toString());
        Path half = Folders.create(folder).resolve(part + ".half");
        try {
            try (Writer out = Files.newBufferedWriter(half)) {
                entry.store(out, null);
            }
            Files.move(half, file(part), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(part), e);
        }
    }

    void delete(String part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(part), e);
        }
    }

    /** The process that was started for that part; none if there is no file or it cannot be understood. */
    Optional<ProcessRef> find(String part) {
        Properties entry = new Properties();
        try (Reader in = Files.newBufferedReader(file(part))) {
            entry.load(in);
            return Optional.of(new ProcessRef(
                    Long.parseLong(entry.getProperty("pid", "")), Instant.parse(entry.getProperty("startedAt", ""))));
        } catch (IOException | NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The names of all parts that have a file. */
    List<String> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private Path file(String part) {
        return folder.resolve(part + SUFFIX);
    }
}
