package rw.ishemalink.payment.collecting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.MovementState.Created;
import rw.ishemalink.payment.collecting.MovementState.Failed;
import rw.ishemalink.payment.collecting.MovementState.Prompted;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.MovementState.Surplus;
import rw.ishemalink.payment.collecting.MovementState.Unknown;

/** A state as columns: a status and, by status, a transaction id or a reason. */
public final class StateColumns {

    private StateColumns() {}

    public static MovementState read(ResultSet row) throws SQLException {
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

    public static String status(MovementState state) {
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
