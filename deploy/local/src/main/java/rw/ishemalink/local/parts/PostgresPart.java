package rw.ishemalink.local.parts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;

/** PostgreSQL 18. Its cluster and a password are made on the first start. */
public final class PostgresPart extends Part {

    /** The owner of every database of the stack. */
    public static final String USER = "ishema";

    private static final String DUPLICATE_DATABASE = "42P04";
    private final PartOptions options;
    private @Nullable PostgresPlace place;

    /**
     * A server that is not started yet.
     *
     * @param port 0 picks a free one
     */
    public PostgresPart(PartOptions options, int port) {
        super("postgres", port, options.log("postgres"), options.lifetime());
        this.options = options;
    }

    /** Starts a server and waits until it answers. */
    public static PostgresPart start(PartOptions options, int port) {
        PostgresPart part = new PostgresPart(options, port);
        part.start();
        return part;
    }

    /** The address of a database, for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public String user() {
        return USER;
    }

    /** The password, generated when the cluster was made. */
    public String password() {
        return PostgresCluster.readPassword(options);
    }

    /** How to reach the database of that name, whether it exists or not. */
    public JdbcAccess access(String database) {
        return new JdbcAccess(jdbcUrl(database), user(), password());
    }

    /**
     * Makes a database unless there is one of that name.
     *
     * @throws PartFailedException when the server refuses
     */
    public JdbcAccess createDatabaseIfAbsent(String name) {
        try (Connection connection = connect()) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
            return access(name);
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
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        Connection connection = new Driver().connect(jdbcUrl("postgres"), properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + jdbcUrl("postgres"));
        }
        return connection;
    }

    @Override
    protected boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    protected void prepare() {
        new PostgresCluster(options, place()).prepare();
    }

    @Override
    protected ChildSpec spec() {
        List<String> command = new ArrayList<>();
        command.add(place().program("postgres").toString());
        command.addAll(List.of("-D", place().data().toString(), "-p", Integer.toString(port())));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ChildSpec(place().account().prefix(), command, Map.of(), place().folder(), log());
    }

    /** Fast shutdown; on TERM it would wait until every client has gone. */
    @Override
    protected String stopSignal() {
        return "INT";
    }

    private Map<String, String> settings() {
        String durable = options.durable() ? "on" : "off";
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "300",
                "shared_buffers", "256MB",
                "timezone", "UTC",
                "log_line_prefix", "%m [%p] %d ",
                "fsync", durable,
                "full_page_writes", durable);
    }

    /** Deletes a cluster that could not be kept at home. The server must not run. */
    public void deleteDataElsewhere() {
        Folders.delete(PostgresPlace.elsewhere(options.home()));
    }

    private synchronized PostgresPlace place() {
        PostgresPlace known = place;
        if (known == null) {
            known = PostgresPlace.choose(options, PostgresAccount.candidates());
            place = known;
        }
        return known;
    }
}
