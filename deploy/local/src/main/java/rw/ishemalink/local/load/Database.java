package rw.ishemalink.local.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.local.parts.JdbcAccess;

/** What a service's database holds, read to check it. Queries are our own words, never somebody's input. */
public record Database(JdbcAccess access) {

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The number that the query answers with. */
    public long count(String query) {
        return list(query, row -> row.getLong(1)).getFirst();
    }

    /** All rows of the query. */
    public <T> List<T> list(String query, RowReader<T> reader) {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read: " + e.getMessage(), e);
        }
    }
}
