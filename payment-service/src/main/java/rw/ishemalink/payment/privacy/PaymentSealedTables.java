package rw.ishemalink.payment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.kit.cipher.SealedTables;
import rw.ishemalink.payment.collecting.store.WalletSeal;

/** What is sealed here: the phones of payers and payees. */
@ApplicationScoped
class PaymentSealedTables implements SealedTables {

    @Override
    public List<SealedTable> list() {
        return WalletSeal.TABLES;
    }
}
