package rw.ishemalink.payment.collecting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.payment.collecting.Msisdn;

/** Phones of payers and payees as they are stored. */
@ApplicationScoped
public class WalletSeal {

    public static final SealedColumn PAYER = new SealedColumn("payment", "payer_phone");
    public static final SealedColumn MOVEMENT = new SealedColumn("movement", "phone");
    public static final SealedColumn PAYOUT = new SealedColumn("payout", "phone");
    public static final SealedColumn PAYEE = new SealedColumn("wallet_change", "phone");

    public static final List<SealedTable> TABLES = List.of(
            SealedTable.of("payment", "payment_id").with(PAYER),
            SealedTable.of("movement", "reference").with(MOVEMENT),
            SealedTable.of("payout", "reference").with(PAYOUT),
            new SealedTable("wallet_change", "change_id", "bigint", List.of()).with(PAYEE));

    /** Stands for a phone that was forgotten; no network has such a number. */
    private static final Msisdn NOBODY = new Msisdn("00000000");

    private final ColumnCipher cipher;

    public WalletSeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    /** The phone as it is stored in that row. */
    public String seal(SealedColumn column, Object rowId, Msisdn phone) {
        return cipher.seal(column, rowId, phone.digits());
    }

    /** The phone in a row of the column's table. */
    public Msisdn open(SealedColumn column, Object rowId, ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString(column.column()))
                .map(stored -> new Msisdn(cipher.open(column, rowId, stored)))
                .orElse(NOBODY);
    }
}
