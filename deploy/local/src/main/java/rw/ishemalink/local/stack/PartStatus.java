package rw.ishemalink.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.local.parts.Part;

/**
 * One part at one moment.
 *
 * @param pid empty unless it runs
 * @param memoryMegabytes of the process and its children, shared pages counted once; empty unless it runs
 * @param uptime empty unless it runs
 */
public record PartStatus(
        String name,
        int port,
        PartState state,
        Optional<Long> pid,
        Optional<Long> memoryMegabytes,
        Optional<Duration> uptime) {

    /** After this a part that is not ready is no longer said to be starting. */
    private static final Duration STARTING = Duration.ofSeconds(90);

    /** Looks at a part. */
    static PartStatus of(Part part, RunFiles files) {
        boolean recorded = files.find(part.name()).isPresent();
        if (!part.isAlive()) {
            PartState state = recorded ? PartState.KILLED : PartState.STOPPED;
            return new PartStatus(
                    part.name(), part.port(), state, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<Duration> uptime =
                part.findChild().map(child -> Duration.between(child.reference().startedAt(), Instant.now()));
        return new PartStatus(
                part.name(),
                part.port(),
                state(part, uptime.orElse(STARTING)),
                Optional.of(part.pid()),
                Memory.ofFamily(part.pid()),
                uptime);
    }

    private static PartState state(Part part, Duration uptime) {
        if (part.isReady()) {
            return PartState.READY;
        }
        return uptime.compareTo(STARTING) < 0 ? PartState.STARTING : PartState.NOT_READY;
    }
}
