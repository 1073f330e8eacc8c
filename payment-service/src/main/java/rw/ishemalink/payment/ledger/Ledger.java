package rw.ishemalink.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.payment.ledger.Balance.Turnover;

/** Writes transfers and sums them up. There is no way to change one. */
@ApplicationScoped
public class Ledger {

    private static final String TRANSFER = """
            insert into ledger_transfer (transfer_id, tenant, kind, payment_id, reference)
            values (:transferId, :tenant, :kind, :paymentId, :reference)""";

    private static final String ENTRY = """
            insert into ledger_entry (transfer_id, tenant, account, side, amount)
            values (:transferId, :tenant, :account, :side, :amount)""";

    private static final String TURNOVERS = """
            select account,
                   coalesce(sum(amount) filter (where side = 'DEBIT'), 0)::bigint  as debits,
                   coalesce(sum(amount) filter (where side = 'CREDIT'), 0)::bigint as credits
              from ledger_entry where tenant = :tenant group by account order by account""";

    /** Posts the transfer in the caller's transaction, which makes it final. */
    public void post(Handle sql, String tenant, UUID paymentId, Transfer transfer) {
        UUID transferId = TimeOrderedId.next();
        sql.createUpdate(TRANSFER)
                .bind("transferId", transferId)
                .bind("tenant", tenant)
                .bind("kind", transfer.kind().name())
                .bind("paymentId", paymentId)
                .bind("reference", transfer.reference())
                .execute();
        var entries = sql.prepareBatch(ENTRY);
        for (Entry entry : transfer.entries()) {
            entries.bind("transferId", transferId)
                    .bind("tenant", tenant)
                    .bind("account", entry.account().name())
                    .bind("side", entry.side().name())
                    .bind("amount", entry.amount())
                    .add();
        }
        entries.execute();
    }

    /** The tenant's books as they stand. */
    public Balance balance(Handle sql, String tenant) {
        return Balance.of(sql.createQuery(TURNOVERS)
                .bind("tenant", tenant)
                .map(ConstructorMapper.of(Turnover.class))
                .list());
    }
}
