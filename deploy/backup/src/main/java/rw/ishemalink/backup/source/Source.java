package rw.ishemalink.backup.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGProperty;

/**
 * How to reach the server, as a role that may replicate and read its settings.
 *
 * @param url of any of its databases
 * @param data its data folder, as this process sees it
 */
public record Source(String url, String user, String password, Path data) {

    /** Up to the database's name, and what follows it. */
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]+/)[^/?]*(.*)");

    /** From {@code ISHEMA_BACKUP_JDBC_URL}, {@code _USER}, {@code _PASSWORD} and {@code _DATA}. */
    public static Source from(Map<String, String> environment) {
        return new Source(
                required(environment, "ISHEMA_BACKUP_JDBC_URL"),
                required(environment, "ISHEMA_BACKUP_USER"),
                required(environment, "ISHEMA_BACKUP_PASSWORD"),
                Path.of(required(environment, "ISHEMA_BACKUP_DATA")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set: it says what is backed up");
        }
        return value;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** A connection to that database of the same server. */
    public Connection connect(String database) throws SQLException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new SQLException("no address of a server with a database in it: " + url);
        }
        String other = parts.group(1) + URLEncoder.encode(database, UTF_8) + parts.group(2);
        return DriverManager.getConnection(other, user, password);
    }

    /** A connection that speaks the replication protocol, under that name. */
    public Connection connectForReplication(String name) throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        // With it the name travels with the start-up: a synchronous standby is known by it.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "18");
        PGProperty.APPLICATION_NAME.set(properties, name);
        return DriverManager.getConnection(url, properties);
    }

    /** The first column of the query's only row. */
    public static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new SQLException("no row: " + query);
            }
            return row.getString(1);
        }
    }

    /** The identifier that the cluster got when it was made. */
    public static String systemIdentifier(Connection connection) throws SQLException {
        return ask(connection, "select system_identifier from pg_control_system()");
    }

    public static int timeline(Connection connection) throws SQLException {
        return Integer.parseInt(ask(connection, "select timeline_id from pg_control_checkpoint()"));
    }

    public static int segmentBytes(Connection connection) throws SQLException {
        return Integer.parseInt(ask(connection, "select setting from pg_settings where name = 'wal_segment_size'"));
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "Source[url=" + url + ", user=" + user + "]";
    }
}
