package rw.ishemalink.tracking.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long each fix of a replay waits for the one before. For one thread. */
public final class ReplayPace {

    /** Who watches a replay does not wait through a night. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final int speed;
    private @Nullable Instant before;

    /** That many times as fast as it was. */
    public ReplayPace(int speed) {
        this.speed = speed;
    }

    /** The pause before the fix of that time is shown; none before the first. */
    public Duration next(Instant recordedAt) {
        Duration step = before == null
                ? Duration.ZERO
                : Duration.between(before, recordedAt).dividedBy(speed);
        before = recordedAt;
        return step.compareTo(LONGEST) > 0 ? LONGEST : step;
    }
}
