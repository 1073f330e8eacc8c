package rw.ishemalink.kit.testing;

import java.util.UUID;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartsRequest;
import rw.ishemalink.local.parts.RunningParts;
import rw.ishemalink.local.parts.SuiteParts;

/** PostgreSQL and Kafka for a test run, started on first use and ended with the JVM. */
public final class SharedParts {

    private static final RunningParts PARTS = start();

    private SharedParts() {}

    /** Kafka's client looks its parts up in the context class loader, which must be the one that it came from. */
    private static RunningParts start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RunningParts.class.getClassLoader());
        try {
            return SuiteParts.start(PartsRequest.databaseAndBroker());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

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
