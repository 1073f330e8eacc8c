package rw.ishemalink.local.containers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.parts.PostgresPart;

/** PostgreSQL with the collation and the settings of the embedded one; nothing it stores outlives it. */
final class PostgresContainer {

    private static final int PORT = 5432;
    private final String password = UUID.randomUUID().toString();
    private final LoopbackContainer container = new LoopbackContainer(ContainerImage.POSTGRES, PORT)
            .withEnv(environment(password))
            .withCommand("postgres -c max_connections=300 -c shared_buffers=256MB -c timezone=UTC"
                    + " -c fsync=off -c full_page_writes=off")
            .waitingFor(new AnswerWait(this::answers));

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

    JdbcAccess createDatabaseIfAbsent(String name) {
        try (Connection connection = connect()) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
            return new JdbcAccess(jdbcUrl(name), PostgresPart.USER, password);
        } catch (SQLException e) {
            throw new PartFailedException("postgres: cannot make the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true));
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresPart.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        Connection connection = new Driver().connect(jdbcUrl("postgres"), properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + jdbcUrl("postgres"));
        }
        return connection;
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + container.address() + "/" + database;
    }
}
