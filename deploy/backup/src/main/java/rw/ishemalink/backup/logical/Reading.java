package rw.ishemalink.backup.logical;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.backup.source.Source;

/** Connections that read a database as of one moment, and write down everything so that any server understands it. */
final class Reading {

    /** As pg_dump sets them: names with their schema, values that do not depend on who asks. */
    private static final String SETTINGS = """
            set search_path = '';
            set datestyle = 'ISO';
            set intervalstyle = 'postgres';
            set timezone = 'UTC';
            set extra_float_digits = 3;
            set bytea_output = 'hex';
            set quote_all_identifiers = off;
            set row_security = off;
            set statement_timeout = 0;
            set idle_in_transaction_session_timeout = 0;
            set synchronize_seqscans = off""";

    private Reading() {}

    /** A connection whose transactions read only, each as of its first statement. */
    static Connection open(Source source, String database) throws SQLException {
        Connection connection = source.connect(database);
        try {
            prepare(connection);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
    }

    /** The first column of all rows. */
    static List<String> list(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
