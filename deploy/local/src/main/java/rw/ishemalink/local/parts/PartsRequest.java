package rw.ishemalink.local.parts;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a test or a load run wants.
 *
 * @param home keeps data and logs afterwards; empty means a temporary folder that goes away at the end
 * @param registry whether a registry with all contracts is wanted
 */
public record PartsRequest(Optional<Path> home, boolean registry) {

    /** PostgreSQL and Kafka, thrown away afterwards. */
    public static PartsRequest databaseAndBroker() {
        return new PartsRequest(Optional.empty(), false);
    }

    /** PostgreSQL, Kafka and a registry, thrown away afterwards. */
    public static PartsRequest withRegistry() {
        return new PartsRequest(Optional.empty(), true);
    }
}
