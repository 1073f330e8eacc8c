package rw.ishemalink.local.story;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for something to become true, for so long and no longer. */
public final class Patience {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final long untilNanos;

    public Patience(Duration duration) {
        this.untilNanos = System.nanoTime() + duration.toNanos();
    }

    /** Looks again and again until there is something. */
    public <T> T await(String what, Supplier<Optional<T>> look) {
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (isOver()) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            aMoment();
        }
    }

    boolean isOver() {
        return System.nanoTime() > untilNanos;
    }

    void aMoment() {
        try {
            Thread.sleep(A_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
