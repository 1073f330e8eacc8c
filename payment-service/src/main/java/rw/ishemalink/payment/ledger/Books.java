package rw.ishemalink.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.store.BalanceStore;

/** Reads the books as a whole. */
@ApplicationScoped
public class Books {

    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read read only";

    private final BalanceStore balances;

    public Books(BalanceStore balances) {
        this.balances = balances;
    }

    /**
     * The tenant's books as they stand, with all that is committed.
     *
     * @param sql a transaction that has not done anything yet
     */
    public Balance now(Handle sql, String tenant) {
        sql.execute(ONE_SNAPSHOT);
        return Balance.of(
                balances.standings(sql, tenant),
                balances.findLastSeal(sql, tenant).orElse(null),
                balances.countWaiting(sql, tenant));
    }

    /** The tenant's books after all that was sealed until then: for a time that has passed, always the same answer. */
    public Balance at(Handle sql, String tenant, Instant at) {
        Optional<Seal> through = balances.findSealAt(sql, tenant, at);
        return through.map(seal -> Balance.of(balances.standingsAt(sql, tenant, seal.sequence()), seal, 0))
                .orElseGet(() -> Balance.of(List.of(), null, 0));
    }
}
