package rw.ishemalink.tracking.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From when on it is worth telling what positions show. Speed limits are law, and no settings. */
public interface DetectionConfig {

    /** So far from where it was first seen after the pick-up, beyond the fix's accuracy, a trip has started. */
    @WithDefault("100")
    double startMetres();

    /** As fast as this a vehicle moves; slower may be a phone's noise. */
    @WithDefault("5")
    double movingKmh();

    /** So long after the pick-up a trip that has not started is told of. */
    @WithDefault("30m")
    Duration notStarted();

    /** Within this radius, beyond the fix's accuracy, a vehicle stands. */
    @WithDefault("50")
    double stopRadiusMetres();

    /** So long it has to stand for a stop. */
    @WithDefault("3m")
    Duration stop();

    /** So long it has to be in a geofence for that to be told. */
    @WithDefault("10m")
    Duration dwell();

    /** A corridor reaches so far to each side of the line between its towns, which is good to some kilometres only. */
    @WithDefault("5000")
    double corridorWidthMetres();

    /** So many positions in a row have to be off the corridor. */
    @WithDefault("2")
    int corridorFixes();

    /** So much above the limit counts as too fast. */
    @WithDefault("5")
    double speedToleranceKmh();

    /** So many positions in a row have to be too fast … */
    @WithDefault("3")
    int speedingFixes();

    /** … or two that are so long apart. */
    @WithDefault("20s")
    Duration speeding();

    /** So much farther than it has been before from where it should go, as the crow flies, … */
    @WithDefault("3000")
    double wrongWayMetres();

    /** … and so long after it was nearest, it goes the wrong way. */
    @WithDefault("10m")
    Duration wrongWay();

    /** A trip of which nothing is heard for so long is told of. */
    @WithDefault("15m")
    Duration silence();

    /** At most once in so long, by the positions' time, an arrival is estimated. */
    @WithDefault("2m")
    Duration estimatePause();

    /** An arrival is told again when it has moved by more than this … */
    @WithDefault("5m")
    Duration estimateChange();

    /** … and by more than this share of the time that is left. */
    @WithDefault("0.1")
    double estimateShare();
}
