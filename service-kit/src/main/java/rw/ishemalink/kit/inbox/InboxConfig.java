package rw.ishemalink.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the inbox is read. */
@ConfigMapping(prefix = "ishema.inbox")
public interface InboxConfig {

    /** Whether this instance listens; off only in tests that play the listener themselves. */
    @WithDefault("true")
    boolean listen();

    /** Most events handled in one transaction. */
    @WithDefault("200")
    int batchSize();

    /** How often an event that no rule of ours explains is tried before it goes to the dead-letter topic. */
    @WithDefault("5")
    int attempts();

    /** Pause before events are tried again after a failure. */
    @WithDefault("500ms")
    Duration retryPause();
}
