package rw.ishemalink.kit.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service does its part of what people ask for. */
@ConfigMapping(prefix = "ishema.privacy")
public interface PrivacyConfig {

    /** Whether the service holds personal data; fixed when it is built. */
    @WithDefault("false")
    boolean part();

    /** Pause between two looks at erasures that wait. */
    @WithDefault("PT5S")
    Duration look();

    /** How long an erasure waits before it is tried again. */
    @WithDefault("PT1M")
    Duration pause();

    /** How often data that came late is looked for. */
    @WithDefault("PT1H")
    Duration sweep();

    /** How long an event may come late: events stay 7 days on the topics, and a day is for repeats. */
    @WithDefault("P8D")
    Duration lateness();

    /** How long a copy can be fetched. */
    @WithDefault("P30D")
    Duration copyLife();

    /** Rows of one set on one page. */
    @WithDefault("500")
    int page();
}
