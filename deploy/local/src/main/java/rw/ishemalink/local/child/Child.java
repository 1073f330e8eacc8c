package rw.ishemalink.local.child;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process of ours, started by this JVM or by an earlier one. */
public final class Child {

    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(20);
    private static final File NOTHING = new File("/dev/null");
    private final ProcessHandle handle;
    private final ProcessRef reference;

    private Child(ProcessHandle handle, ProcessRef reference) {
        this.handle = handle;
        this.reference = reference;
    }

    /**
     * Starts a process.
     *
     * @throws UncheckedIOException when the program cannot be started
     */
    public static Child start(ChildSpec spec, Lifetime lifetime) {
        ProcessBuilder builder = new ProcessBuilder(commandLine(spec, lifetime))
                .directory(spec.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(NOTHING))
                .redirectOutput(Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of " + spec.log(), e);
        }
        ProcessHandle handle = Spawner.start(builder).toHandle();
        return new Child(handle, ProcessRef.of(handle));
    }

    /** A process that an earlier JVM started and that was found alive. */
    public static Child adopt(ProcessHandle handle, ProcessRef reference) {
        return new Child(handle, reference);
    }

    private static List<String> commandLine(ChildSpec spec, Lifetime lifetime) {
        List<String> line = new ArrayList<>(spec.account());
        // After the account: a change of user clears the parent-death signal.
        switch (lifetime) {
            case WITH_PARENT ->
                Programs.find("setpriv")
                        .ifPresent(program -> line.addAll(List.of("setpriv", "--pdeathsig", "KILL", "--")));
            case DETACHED -> Programs.find("setsid").ifPresent(program -> line.addFirst("setsid"));
        }
        line.addAll(spec.command());
        return line;
    }

    public long pid() {
        return reference.pid();
    }

    public ProcessRef reference() {
        return reference;
    }

    public boolean isAlive() {
        return Liveness.isAlive(handle);
    }

    /** Sends the signal that asks the process to end, and waits; kills it and its children when the time is over. */
    public void stop(String signal, Duration timeout) {
        if (!Liveness.isAlive(handle)) {
            return;
        }
        signal(signal);
        if (!Liveness.awaitEnd(handle, timeout)) {
            kill();
        }
    }

    /** Ends the process and all its children at once, with no chance to tidy up, and waits until they are gone. */
    public void kill() {
        // Stopped first: what it forks between the list and the kill would live on.
        signal("STOP");
        List<ProcessHandle> family =
                Stream.concat(Stream.of(handle), handle.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> Liveness.awaitEnd(member, KILL_TIMEOUT));
    }

    /** Sends a signal of that name, e.g. {@code STOP}, if the process is alive. */
    public void signal(String name) {
        if (Liveness.isAlive(handle)) {
            Programs.succeeds(List.of("kill", "-" + name, Long.toString(handle.pid())));
        }
    }
}
