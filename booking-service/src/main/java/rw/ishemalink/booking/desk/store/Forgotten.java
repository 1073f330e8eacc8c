package rw.ishemalink.booking.desk.store;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells that the database refused a booking of somebody who was forgotten: their token outlives them by a day. */
public final class Forgotten {

    private static final String CONSTRAINT = "the_forgotten_book_nothing";

    private Forgotten() {}

    /** Whether it did. */
    public static boolean isSenderOf(UnableToExecuteStatementException failure) {
        ServerErrorMessage message =
                failure.getCause() instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return message != null && CONSTRAINT.equals(message.getConstraint());
    }
}
