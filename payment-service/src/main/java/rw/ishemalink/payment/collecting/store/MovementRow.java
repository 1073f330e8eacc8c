package rw.ishemalink.payment.collecting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.Movement;
import rw.ishemalink.payment.collecting.MovementKind;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;

/** A movement's row. */
final class MovementRow {

    private MovementRow() {}

    static Movement movement(WalletSeal seal, ResultSet row) throws SQLException {
        UUID reference = row.getObject("reference", UUID.class);
        return new Movement(
                reference,
                row.getObject("payment_id", UUID.class),
                MovementKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                new Wallet(Provider.valueOf(row.getString("provider")), seal.open(WalletSeal.MOVEMENT, reference, row)),
                refundOf(row),
                StateColumns.read(row),
                row.getInt("tries"),
                row.getBoolean("forgotten"),
                row.getBoolean("left_behind"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Charge refundOf(ResultSet row) throws SQLException {
        UUID collection = row.getObject("refund_of", UUID.class);
        return collection == null ? null : new Charge(collection, row.getString("refunded_id"));
    }
}
