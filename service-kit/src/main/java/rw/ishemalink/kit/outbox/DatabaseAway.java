package rw.ishemalink.kit.outbox;

import java.sql.SQLException;

/** Tells a database that is away, which time mends, from a statement that is wrong, which it does not. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /**
     * Whether the failure comes from the database being away: connection lost (08), server shutting down or starting
     * (57P), out of resources (53), read-only (25006), no connection free in the pool (no state).
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("25006");
    }
}
