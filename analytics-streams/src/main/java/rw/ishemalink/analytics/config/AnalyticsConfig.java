package rw.ishemalink.analytics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How questions are answered. */
@ConfigMapping(prefix = "ishema.analytics")
public interface AnalyticsConfig {

    /** This instance's host and port, as the other instances reach it. */
    @WithDefault("localhost:8087")
    String advertised();

    /** How long a question waits for partitions that are moving before it is answered without them. */
    @WithDefault("2s")
    Duration patience();

    /** How long another instance may take to answer. */
    @WithDefault("1s")
    Duration peerTimeout();
}
