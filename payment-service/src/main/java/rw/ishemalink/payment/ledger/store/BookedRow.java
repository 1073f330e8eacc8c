package rw.ishemalink.payment.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.payment.ledger.seal.Booked;

/** A row of the view ledger_text. */
final class BookedRow {

    private BookedRow() {}

    static Booked booked(ResultSet row, StatementContext context) throws SQLException {
        return new Booked(
                row.getObject("transfer_id", UUID.class),
                row.getString("tenant"),
                row.getString("kind"),
                row.getString("phase"),
                row.getString("subject"),
                row.getObject("subject_id", UUID.class),
                row.getObject("reference", UUID.class),
                row.getObject("resolves", UUID.class),
                row.getObject("corrects", UUID.class),
                row.getString("reason"),
                row.getTimestamp("posted_at").toInstant(),
                row.getString("entries"));
    }
}
