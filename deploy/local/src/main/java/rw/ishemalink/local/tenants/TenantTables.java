package rw.ishemalink.local.tenants;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartFailedException;

/** The bookings' tables in the database of booking-service. */
public record TenantTables(JdbcAccess access) {

    private static final String LIST = """
            select inhrelid::regclass::text as name, pg_total_relation_size(inhrelid) >> 20 as megabytes
              from pg_inherits where inhparent in ('booking'::regclass, 'booking_transition'::regclass)
            union all
            select oid::regclass::text, pg_total_relation_size(oid) >> 20
              from pg_class where oid in ('booking'::regclass, 'booking_transition'::regclass) and relkind = 'r'
            order by name""";

    /** A table with its indexes. */
    public record Table(String name, long megabytes) {}

    /** Moves the tenant's bookings into tables of its own: how many they were; empty if it has some already. */
    public OptionalLong give(String tenant) {
        return call("select give_own_part(?)", tenant);
    }

    /** Moves them back to everybody's: how many they were; empty if they lie there already. */
    public OptionalLong takeBack(String tenant) {
        return call("select join_the_rest(?)", tenant);
    }

    /** The tables that bookings and their history lie in. */
    public List<Table> list() {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(LIST);
                ResultSet rows = query.executeQuery()) {
            List<Table> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(new Table(rows.getString("name"), rows.getLong("megabytes")));
            }
            return tables;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private OptionalLong call(String statement, String tenant) {
        try (Connection connection = connect();
                PreparedStatement call = connection.prepareStatement(statement)) {
            call.setString(1, tenant);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                long moved = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(moved);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    private static PartFailedException failed(SQLException e) {
        ServerErrorMessage told = e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return new PartFailedException(
                "postgres: " + (told == null || told.getMessage() == null ? e.getMessage() : told.getMessage()), e);
    }
}
