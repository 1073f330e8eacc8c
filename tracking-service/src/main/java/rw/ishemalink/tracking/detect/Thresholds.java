package rw.ishemalink.tracking.detect;

import java.time.Duration;

/** From when on something is worth telling. What each means is said at the setting of its name. */
public record Thresholds(
        double borderRadiusMetres,
        double pointRadiusMetres,
        double startMetres,
        double movingKmh,
        Duration notStarted,
        double stopRadiusMetres,
        Duration stop,
        Duration dwell,
        double corridorWidthMetres,
        int corridorFixes,
        double speedToleranceKmh,
        int speedingFixes,
        Duration speeding,
        double wrongWayMetres,
        Duration wrongWay,
        Duration silence,
        Duration estimatePause,
        Duration estimateChange,
        double estimateShare) {}
