package rw.ishemalink.local.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import rw.ishemalink.local.child.Lifetime;

/**
 * Where and how parts run.
 *
 * @param home keeps data, logs and passwords of this stack
 * @param cache keeps unpacked programs; may be shared by all stacks of the machine
 * @param lifetime whether the parts end with this JVM
 * @param durable whether PostgreSQL waits for the disk; without it only a crash of the machine, never of a process, can
 *     lose data
 * @param atFullSpeed whether the broker is compiled for long loads; otherwise it is soon ready and small
 */
public record PartOptions(Path home, Path cache, Lifetime lifetime, boolean durable, boolean atFullSpeed) {

    public PartOptions {
        home = home.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /** A stack that outlives this JVM. */
    public static PartOptions detached(Path home) {
        return new PartOptions(home, defaultCache(), Lifetime.DETACHED, true, false);
    }

    /** A stack for tests: it ends with this JVM, and PostgreSQL does not wait for the disk. */
    public static PartOptions forTests(Path home) {
        return new PartOptions(home, defaultCache(), Lifetime.WITH_PARENT, false, false);
    }

    /** The log of the part of that name. */
    public Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    /** The data folder of the part of that name. */
    public Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    private static Path defaultCache() {
        String chosen = System.getenv("ISHEMA_CACHE");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        Path userHome = Path.of(System.getProperty("user.home"));
        return Files.isWritable(userHome)
                ? userHome.resolve(".cache").resolve("ishemalink")
                : Path.of(System.getProperty("java.io.tmpdir"), "ishemalink-" + System.getProperty("user.name"));
    }
}
