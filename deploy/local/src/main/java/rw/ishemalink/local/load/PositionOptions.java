package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.Set;

/**
 * How much of it.
 *
 * @param time of each run
 * @param vehicles the most that send
 * @param viewers on WebSockets
 * @param perSecond fixes a second while viewers look
 * @param late vehicles that come back after six hours
 */
public record PositionOptions(
        Duration time, int vehicles, int viewers, int perSecond, int late, Set<PositionStage> stages) {

    public PositionOptions {
        stages = Set.copyOf(stages);
    }
}
