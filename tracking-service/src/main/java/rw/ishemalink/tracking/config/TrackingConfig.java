package rw.ishemalink.tracking.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How vehicles are followed. */
@ConfigMapping(prefix = "ishema.tracking")
public interface TrackingConfig {

    /** A position not older than this is called fresh. */
    @WithDefault("60s")
    Duration fresh();

    /** How far ahead of ours a phone's clock may be. */
    @WithDefault("5m")
    Duration clockTolerance();

    /** How far back the last positions are read when an instance starts. */
    @WithDefault("1h")
    Duration lookBack();

    /** How long a driver's vehicle is remembered before it is looked up again. */
    @WithDefault("10s")
    Duration vehicleMemory();

    /** Pause between two looks at whether followed trips are over. */
    @WithDefault("1s")
    Duration endedTripsLook();

    /** Radius of a border post; their coordinates are good to 1–3 km. */
    @WithDefault("1000")
    double borderRadiusMetres();

    /** Radius of a destination that is known as a point. */
    @WithDefault("300")
    double pointRadiusMetres();

    /** What positions show. */
    DetectionConfig detection();
}
