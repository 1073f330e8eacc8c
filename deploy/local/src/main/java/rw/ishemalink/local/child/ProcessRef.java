package rw.ishemalink.local.child;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be recognised by another JVM: ids are used again, but not with the same start time.
 *
 * @param startedAt as the operating system tells it
 */
public record ProcessRef(long pid, Instant startedAt) {

    /** The clock of the machine may be corrected while a process runs, which shifts the start time that is told. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The reference of a live process; {@code startedAt} is now if it ended already. */
    public static ProcessRef of(ProcessHandle handle) {
        return new ProcessRef(handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
    }

    /** The process, if it is alive and the same. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(Liveness::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(started -> Duration.between(started, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
