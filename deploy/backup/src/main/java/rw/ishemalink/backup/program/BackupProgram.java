package rw.ishemalink.backup.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.nightly.ArchiveMain;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.SealException;
import rw.ishemalink.backup.seal.SealKeys;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.server.FolderStore;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.S3Store;
import rw.ishemalink.backup.store.StoreAccess;
import rw.ishemalink.backup.store.StoreException;

/** Does what its first argument says; ends with 1 if that failed, with 2 if it is none of these. */
public final class BackupProgram {

    private static final String USAGE = """
            archive                              takes log and backups into the store until it is told to end
            take                                 takes a backup and a logical copy now
            list                                 says what the store has
            verify                               reads the newest of each back, compares and opens every part;
                                                 reads the identity from standard input
            restore [MOMENT]                     lays out what the store has, up to that moment (2026-11-23T04:00:00Z);
                                                 reads the identity from standard input
            keys                                 prints a new identity with its recipient, as age-keygen does
            store ENDPOINT FOLDER ACCESS_KEY     serves a folder as an S3 store: for one machine, and to try it out""";

    private static final String IDENTITY = "AGE-SECRET-KEY-1";

    private final Map<String, String> environment;
    private final Clock clock;
    private final InputStream in;
    private final PrintStream out;

    /** A program that reads and writes there. */
    public BackupProgram(Map<String, String> environment, Clock clock, InputStream in, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            new BackupProgram(System.getenv(), Clock.systemUTC(), System.in, System.out).run(List.of(arguments));
        } catch (UsageException e) {
            System.err.println("backup: " + e.getMessage());
            System.exit(2);
        } catch (BackupException | StoreException | SealException | IllegalArgumentException e) {
            System.err.println("backup: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Does it; the archive and the store go on afterwards, on threads of their own. */
    public void run(List<String> arguments) {
        String what = arguments.isEmpty() ? "archive" : arguments.getFirst();
        List<String> others = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        switch (what) {
            case "archive" -> ArchiveMain.main(new String[0]);
            case "take" -> copies(copies -> copies.take(Source.from(environment), Sealer.from(environment), clock));
            case "list" -> copies(Copies::list);
            case "verify" -> verify();
            case "restore" -> restore(others);
            case "keys" -> printKeys();
            case "store" -> FolderStore.main(others.toArray(String[]::new));
            default -> throw new UsageException("there is no " + what + ", but\n" + USAGE);
        }
    }

    private void copies(Consumer<Copies> act) {
        try (ObjectStore store = new S3Store(StoreAccess.from(environment))) {
            act.accept(new Copies(store, Cluster.from(environment), out));
        }
    }

    private void verify() {
        Opener opener = new Opener(readIdentity());
        copies(copies -> copies.verify(opener));
    }

    private void restore(List<String> arguments) {
        Source source = Source.from(environment);
        try (ObjectStore store = new S3Store(StoreAccess.from(environment))) {
            new ClusterRestore(source, store, Cluster.from(environment), new Opener(readIdentity()), out)
                    .run(target(arguments), clock.instant());
        }
    }

    private static RecoveryTarget target(List<String> arguments) {
        return switch (arguments.size()) {
            case 0 -> new RecoveryTarget.Latest();
            case 1 -> new RecoveryTarget.Moment(moment(arguments.getFirst()));
            default -> throw new UsageException("restore takes one moment at most");
        };
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(text + " is no moment; one looks like 2026-11-23T04:00:00Z", e);
        }
    }

    /** Among the comments that age-keygen writes around it. */
    private String readIdentity() {
        return new BufferedReader(new InputStreamReader(in, UTF_8))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(IDENTITY))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "the identity is needed on standard input, a line that begins with " + IDENTITY));
    }

    private void printKeys() {
        SealKeys keys = SealKeys.generate();
        out.println("# created: " + clock.instant());
        out.println("# public key: " + keys.recipient());
        out.println(keys.identity());
    }
}
