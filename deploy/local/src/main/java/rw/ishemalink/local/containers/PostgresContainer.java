package rw.ishemalink.local.containers;

import java.util.Map;
import java.util.UUID;
import rw.ishemalink.local.parts.PostgresPart;
import rw.ishemalink.local.parts.PostgresServer;

/** PostgreSQL with the collation and the settings of the embedded one; nothing it stores outlives it. */
final class PostgresContainer {

    private static final int PORT = 5432;
    private final String password = UUID.randomUUID().toString();
    private final LoopbackContainer container = new LoopbackContainer(ContainerImage.POSTGRES, PORT)
            .withEnv(environment(password))
            .withCommand("postgres -c max_connections=300 -c shared_buffers=256MB -c timezone=UTC"
                    + " -c fsync=off -c full_page_writes=off")
            .waitingFor(new AnswerWait(() -> server().answers()));

    private static Map<String, String> environment(String password) {
        return Map.of(
                "POSTGRES_USER",
                PostgresPart.USER,
                "POSTGRES_PASSWORD",
                password,
                "POSTGRES_DB",
                "postgres",
                "POSTGRES_INITDB_ARGS",
                "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --no-sync");
    }

    LoopbackContainer container() {
        return container;
    }

    /** The server; only once the container runs. */
    PostgresServer server() {
        return new PostgresServer(container.address(), PostgresPart.USER, password);
    }
}
