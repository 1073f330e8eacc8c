package rw.ishemalink.local.parts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A running PostgreSQL as its owner sees it.
 *
 * @param address host and port
 */
public record PostgresServer(String address, String user, String password) {

    private static final String DUPLICATE_DATABASE = "42P04";

    /** How to reach the database of that name, whether it exists or not. */
    public JdbcAccess access(String database) {
        return new JdbcAccess("jdbc:postgresql://" + address + "/" + database, user, password);
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

    /** Whether it takes connections. */
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
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

    /** A connection to the server itself, in none of the databases of services. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        String url = access("postgres").url();
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + url);
        }
        return connection;
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "PostgresServer[address=" + address + ", user=" + user + "]";
    }
}
