package rw.ishemalink.kit.reads;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where searches and reports read. */
@ConfigMapping(prefix = "ishema.reads")
public interface ReadsConfig {

    /** One replica of the service's own database; several instances may be given different ones. Without it the primary. */
    Optional<String> jdbcUrl();

    Optional<String> username();

    Optional<String> password();

    /** What a search or report shows may be so old; a replica that is further behind is not asked. */
    @WithDefault("5S")
    Duration mostBehind();

    /** How often primary and replica are asked how far they are. */
    @WithDefault("1S")
    Duration askEvery();

    /** Most connections to the replica. */
    @WithDefault("16")
    int maxSize();
}
