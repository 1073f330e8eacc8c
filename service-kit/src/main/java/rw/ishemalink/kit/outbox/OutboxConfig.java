package rw.ishemalink.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is relayed and kept. */
@ConfigMapping(prefix = "ishema.outbox")
public interface OutboxConfig {

    /** Whether this instance relays; off only in tests that play the relay themselves. */
    @WithDefault("true")
    boolean relay();

    /** Pause after a few events; a commit in this instance ends it at once. Doubled, up to the longest, while nothing flows. */
    @WithDefault("2ms")
    Duration busyPause();

    /** Longest pause when nothing flows; a commit in this instance ends it at once. */
    @WithDefault("50ms")
    Duration idlePause();

    /** How long relayed events stay for audit and replay. */
    @WithDefault("P3D")
    Duration retention();
}
