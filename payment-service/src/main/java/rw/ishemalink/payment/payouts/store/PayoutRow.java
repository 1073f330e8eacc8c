package rw.ishemalink.payment.payouts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.collecting.store.StateColumns;
import rw.ishemalink.payment.collecting.store.WalletSeal;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.payouts.Origin;
import rw.ishemalink.payment.payouts.PartyPayout;

/** A payout's row. */
final class PayoutRow {

    private PayoutRow() {}

    static PartyPayout payout(WalletSeal seal, ResultSet row) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        UUID reference = row.getObject("reference", UUID.class);
        return new PartyPayout(
                reference,
                row.getLong("number"),
                new AccountKey(
                        row.getString("tenant"),
                        Account.valueOf(row.getString("account")),
                        row.getObject("party", UUID.class)),
                row.getLong("amount"),
                new Wallet(Provider.valueOf(row.getString("provider")), seal.open(WalletSeal.PAYOUT, reference, row)),
                StateColumns.read(row),
                row.getObject("reservation", UUID.class),
                origin(row),
                row.getInt("tries"),
                row.getTimestamp("created_at").toInstant(),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getObject("requested_by", UUID.class),
                row.getObject("sync_id", UUID.class),
                row.getObject("asked", Long.class),
                row.getObject("run_id", UUID.class));
    }
}
