package rw.ishemalink.analytics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Figures of today as they change. */
@ConfigMapping(prefix = "ishema.analytics.live")
public interface LiveConfig {

    /** How often is looked for changes, and so how often one who watches is told of them at most. */
    @WithDefault("500ms")
    Duration look();

    /** How often a stream gives a sign of life; less than the door waits for an answer. */
    @WithDefault("10s")
    Duration heartbeat();

    /** How many may watch at a time, each instance. */
    @WithDefault("1000")
    int mostWatchers();

    /** How often one person may watch at a time, each instance. */
    @WithDefault("10")
    int mostPerPerson();
}
