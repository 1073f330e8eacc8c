package rw.ishemalink.local.parts;

import java.net.URI;

/** PostgreSQL, Kafka with all topics and perhaps a registry with all contracts, ready to be used. */
public interface RunningParts extends AutoCloseable {

    /** Makes the database unless it exists. */
    JdbcAccess createDatabaseIfAbsent(String name);

    /** The value of {@code bootstrap.servers}. */
    String bootstrapServers();

    /**
     * The registry's address, without a path.
     *
     * @throws IllegalStateException when no registry was asked for
     */
    URI registryUrl();

    /** Stops everything; may be repeated. */
    @Override
    void close();
}
