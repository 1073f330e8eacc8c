package rw.ishemalink.tracking.detect;

import java.time.Duration;
import rw.ishemalink.tracking.config.DetectionConfig;
import rw.ishemalink.tracking.config.TrackingConfig;

/** From when on something is worth telling; {@link DetectionConfig} says what each means. */
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
        double estimateShare) {

    /** As set. */
    public static Thresholds of(TrackingConfig config) {
        DetectionConfig detection = config.detection();
        return new Thresholds(
                config.borderRadiusMetres(),
                config.pointRadiusMetres(),
                detection.startMetres(),
                detection.movingKmh(),
                detection.notStarted(),
                detection.stopRadiusMetres(),
                detection.stop(),
                detection.dwell(),
                detection.corridorWidthMetres(),
                detection.corridorFixes(),
                detection.speedToleranceKmh(),
                detection.speedingFixes(),
                detection.speeding(),
                detection.wrongWayMetres(),
                detection.wrongWay(),
                detection.silence(),
                detection.estimatePause(),
                detection.estimateChange(),
                detection.estimateShare());
    }
}
