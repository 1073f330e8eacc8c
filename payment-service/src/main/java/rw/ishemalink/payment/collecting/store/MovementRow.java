package rw.ishemalink.payment.collecting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Movement;
import rw.ishemalink.payment.collecting.MovementKind;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.MovementState.Created;
import rw.ishemalink.payment.collecting.MovementState.Failed;
import rw.ishemalink.payment.collecting.MovementState.Prompted;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.MovementState.Surplus;
import rw.ishemalink.payment.collecting.MovementState.Unknown;

/** A movement's row: its state is a status and, by status, a transaction id or a reason. */
final class MovementRow {

    private MovementRow() {}

    static Movement movement(ResultSet row, StatementContext context) throws SQLException {
        return new Movement(
                row.getObject("reference", UUID.class),
                row.getObject("payment_id", UUID.class),
                MovementKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getObject("refund_of", UUID.class),
                state(row),
                row.getInt("tries"),
                row.getBoolean("forgotten"),
                row.getTimestamp("created_at").toInstant());
    }

    private static MovementState state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return switch (status) {
            case "CREATED" -> new Created();
            case "UNKNOWN" -> new Unknown();
            case "PROMPTED" -> new Prompted();
            case "SUCCEEDED" -> new Succeeded(row.getString("transaction_id"));
            case "SURPLUS" -> new Surplus(row.getString("transaction_id"));
            case "FAILED" -> new Failed(row.getString("reason"));
            default -> throw new IllegalStateException("a movement cannot be " + status);
        };
    }

    static String status(MovementState state) {
        return switch (state) {
            case Created _ -> "CREATED";
            case Unknown _ -> "UNKNOWN";
            case Prompted _ -> "PROMPTED";
            case Succeeded _ -> "SUCCEEDED";
            case Surplus _ -> "SURPLUS";
            case Failed _ -> "FAILED";
        };
    }

    static @Nullable String transactionId(MovementState state) {
        return switch (state) {
            case Succeeded(String id) -> id;
            case Surplus(String id) -> id;
            case Created _, Unknown _, Prompted _, Failed _ -> null;
        };
    }

    static @Nullable String reason(MovementState state) {
        return state instanceof Failed(String reason) ? reason : null;
    }
}
