package rw.ishemalink.tracking.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How positions are put in order and given to their trips. */
@ConfigMapping(prefix = "ishema.tracking.watch")
public interface WatchConfig {

    /** For how much of the phones' time earlier positions of a vehicle are waited for. */
    @WithDefault("10s")
    Duration grace();

    /** For how long, by our clock, they are waited for at most. */
    @WithDefault("2s")
    Duration patience();

    /** A silence of a trip from which on late positions are expected, and what was known before it remembered. */
    @WithDefault("2m")
    Duration gap();

    /** At most one last position of a vehicle is published in that time. */
    @WithDefault("10s")
    Duration lastEvery();

    /** How often a trip under way is looked at of which nothing comes. */
    @WithDefault("1m")
    Duration lookEvery();

    /** How long a trip that is over is remembered, for positions that come late. */
    @WithDefault("72h")
    Duration memory();

    /** How many vehicles' watches each partition keeps at hand; the others are read from the store. */
    @WithDefault("4000")
    int objectsPerTask();
}
