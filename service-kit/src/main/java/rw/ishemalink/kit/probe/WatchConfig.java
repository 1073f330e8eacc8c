package rw.ishemalink.kit.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often an instance looks at its parts for the metrics of them. */
@ConfigMapping(prefix = "ishema.watch")
interface WatchConfig {

    /** Between two looks at the database. */
    @WithDefault("5s")
    Duration database();

    /** Between two looks at the broker. */
    @WithDefault("15s")
    Duration broker();

    /** The consumer groups of the service; its own name if none are named. */
    Optional<List<String>> groups();
}
