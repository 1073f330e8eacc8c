package rw.ishemalink.local.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.stack.LocalStack;

/**
 * The outboxes of a stack, which keep what was published. From them a broker whose data are lost is filled again, in the order
 * of each key; who has heard an event before knows it by its id.
 */
public final class Outboxes {

    private static final String IS_THERE = "select to_regclass('outbox_cursor') is not null";

    /** No transaction has a number below 3 (PostgreSQL's first normal one), so to the relay everything is new. */
    private static final String FROM_THE_BEGINNING = "update outbox_cursor set snapshot = '3:3:'::pg_snapshot";

    private final LocalStack stack;

    /** Of that stack, whose PostgreSQL runs. */
    public Outboxes(LocalStack stack) {
        this.stack = stack;
    }

    /** The services that have one. */
    public List<String> listOwners() {
        return stack.services().stream()
                .filter(service -> service.service().database().isPresent())
                .map(Part::name)
                .filter(name -> ask(stack.database(name), IS_THERE).equals("t"))
                .toList();
    }

    /**
     * Has everything that they keep published again, whether the services run or start later. Only for a broker that has lost
     * its data and is not there yet: on another old events of a key would come after new ones.
     *
     * @return how many events that is
     */
    public long publishAgain() {
        return listOwners().stream()
                .map(stack::database)
                .mapToLong(Outboxes::publishAgain)
                .sum();
    }

    /** The same for one database that has an outbox. */
    public static long publishAgain(JdbcAccess owner) {
        long events = Long.parseLong(ask(owner, "select count(*) from outbox"));
        update(owner);
        return events;
    }

    private static String ask(JdbcAccess access, String query) {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void update(JdbcAccess access) {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(FROM_THE_BEGINNING);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Connection connect(JdbcAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    private static PartFailedException failure(SQLException e) {
        return new PartFailedException("postgres: an outbox cannot be published again: " + e.getMessage(), e);
    }
}
