package rw.ishemalink.tracking.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How positions are kept. How long they are kept is code, checked against docs/privacy.md. */
@ConfigMapping(prefix = "ishema.tracking.history")
public interface HistoryConfig {

    /** How long positions are gathered before they are written. */
    @WithDefault("10s")
    Duration gather();

    /** Gathered positions that are written at once, however young; about 400 bytes of memory each. */
    @WithDefault("100000")
    int mostGathered();

    /** Pause between two looks at whether hours are over and their segments may be merged, and partitions dropped. */
    @WithDefault("10m")
    Duration look();

    /** How long after its end an hour is merged: what comes later is merged with the next look. */
    @WithDefault("10m")
    Duration mergeAfter();

    /** Positions that a track may have; of a longer one the newest are shown. */
    @WithDefault("100000")
    int mostShown();

    /** Large tenants whose rows have tables of their own, from the days on that are made after that was set. */
    Optional<Set<String>> tenantsApart();

    /** Replays that one instance shows at once. */
    @WithDefault("200")
    int mostReplays();
}
