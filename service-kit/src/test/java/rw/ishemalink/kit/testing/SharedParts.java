package rw.ishemalink.kit.testing;

import java.util.UUID;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartsRequest;
import rw.ishemalink.local.parts.RunningParts;
import rw.ishemalink.local.parts.SuiteParts;

/** PostgreSQL and Kafka for a test run, started on first use and ended with the JVM. */
public final class SharedParts {

    private static final RunningParts PARTS = SuiteParts.start(PartsRequest.databaseAndBroker());

    private SharedParts() {}

    /** A new, empty database of its own. */
    public static JdbcAccess createDatabase() {
        return PARTS.createDatabaseIfAbsent(
                "test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Kafka's {@code bootstrap.servers}; all topics are made. */
    public static String bootstrapServers() {
        return PARTS.bootstrapServers();
    }
}
