package rw.ishemalink.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often a failing stream is started again. */
@ConfigMapping(prefix = "ishema.streams")
public interface StreamConfig {

    /** How often a stream thread may be replaced within ten minutes before the instance gives up and reports itself dead. */
    @WithDefault("20")
    int threadReplacements();

    /** Pause before a failed stream thread is replaced. */
    @WithDefault("1s")
    Duration replacementPause();
}
