package rw.ishemalink.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.LogTail;
import rw.ishemalink.local.child.Programs;

/** The data folder of a server and the password of its owner. It is there whole or not at all. */
final class PostgresCluster {

    private static final int PASSWORD_BYTES = 18;

    private final PartOptions options;
    private final PostgresPlace place;

    PostgresCluster(PartOptions options, PostgresPlace place) {
        this.options = options;
        this.place = place;
    }

    static String readPassword(PartOptions options) {
        try {
            return Files.readString(passwordFile(options)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the password of postgres", e);
        }
    }

    /** Makes the cluster, or clears what a killed server left in the way. */
    void prepare() {
        try {
            if (Files.exists(place.data().resolve("PG_VERSION"))) {
                removeStalePidFile(place.data().resolve("postmaster.pid"));
            } else {
                initialise();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + place.data(), e);
        }
    }

    private void initialise() throws IOException {
        Path half = place.folder().resolve("half");
        Folders.delete(half);
        // Closed to others before the password lies in it; open inside, for the account may be another user.
        Files.setPosixFilePermissions(place.folder(), PosixFilePermissions.fromString("rwx------"));
        Path passwordForInitdb = place.folder().resolve("password");
        Files.writeString(passwordForInitdb, createPassword());
        Path log = Folders.create(options.home().resolve("logs")).resolve("postgres-initdb.log");
        boolean done = Programs.succeeds(initdb(half, passwordForInitdb), log);
        Files.delete(passwordForInitdb);
        if (!done) {
            throw new PartFailedException("postgres: initdb failed: "
                    + LogTail.findLastError(log).orElse("no output") + " (log: " + log + ")");
        }
        Files.move(half, place.data());
    }

    private List<String> initdb(Path data, Path password) {
        List<String> command = new ArrayList<>(place.account().prefix());
        command.add(place.program("initdb").toString());
        command.addAll(List.of("--pgdata=" + data, "--username=" + PostgresPart.USER, "--pwfile=" + password));
        command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (!options.durable()) {
            command.add("--no-sync");
        }
        return command;
    }

    private String createPassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path file = passwordFile(options);
        Folders.create(options.home().resolve("data"));
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    private static Path passwordFile(PartOptions options) {
        return options.data("postgres.password");
    }

    /** After a kill the file stays; the server would refuse to start if its process id now belonged to another program. */
    static void removeStalePidFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file)) {
            boolean runs = lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("postgres"))
                    .isPresent();
            if (!runs) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + file, e);
        }
    }
}
