package rw.ishemalink.local.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.local.parts.JdbcAccess;

/** A database to be asked by a test. */
record Sql(JdbcAccess access) {

    /** All statements, in one transaction. */
    void run(String statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** The first column of the query's only row. */
    String ask(String query) throws SQLException {
        try (Connection connection = connect()) {
            return Source.ask(connection, query);
        }
    }

    /** A connection of its own. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
