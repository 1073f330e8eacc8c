package rw.ishemalink.tracking.detect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripMemory.Motion;
import rw.ishemalink.tracking.route.RoadLeg;

/** How a trip's own pace so far and that of the road make the time that is left. */
final class Progress {

    /** A pace of less says little. */
    private static final Duration LEAST_MOVING = Duration.ofMinutes(10);

    /** The road's half remains: what comes may be another road. */
    private static final double OWN_SHARE = 0.5;

    private static final int MILLIS_PER_SECOND = 1_000;

    private Progress() {}

    /** In whole seconds, without the stops still to come. */
    static Duration timeLeft(RoadLeg leg, @Nullable Motion motion) {
        double byRoad = leg.time().toMillis();
        if (motion == null || motion.movingMillis() < LEAST_MOVING.toMillis() || motion.travelledMetres() <= 0) {
            return seconds(byRoad);
        }
        double byOwnPace = leg.metres() * motion.movingMillis() / motion.travelledMetres();
        return seconds((1 - OWN_SHARE) * byRoad + OWN_SHARE * byOwnPace);
    }

    private static Duration seconds(double millis) {
        return Duration.ofSeconds(Math.round(millis / MILLIS_PER_SECOND));
    }
}
