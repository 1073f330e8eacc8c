package rw.ishemalink.compliance.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the audit trail is written. */
@ConfigMapping(prefix = "ishema.audit")
public interface AuditConfig {

    /** Most events that are written with one transaction. */
    @WithDefault("1000")
    int batchSize();

    /** Pause before events are read again after a failure. */
    @WithDefault("500ms")
    Duration retryPause();

    /** How often entries that were heard get their places. */
    @WithDefault("100ms")
    Duration sealEvery();

    /** Most entries that get their places in one transaction. */
    @WithDefault("1000")
    int sealAtOnce();

    /** Most entries that one request has verified, while the door waits for it; a longer trail is verified in stretches. */
    @WithDefault("200000")
    long verifyAtOnce();
}
