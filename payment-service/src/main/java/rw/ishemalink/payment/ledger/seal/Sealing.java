package rw.ishemalink.payment.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.store.AccountStore;
import rw.ishemalink.payment.ledger.store.AccountStore.Known;
import rw.ishemalink.payment.ledger.store.SealStore;

/**
 * Gives transfers their places, a few at a time, in the order in which they were found committed. The transaction's lock
 * makes it the only one; when its holder dies, PostgreSQL frees the lock and undoes what it began.
 */
@ApplicationScoped
public class Sealing {

    private final SealStore seals;
    private final AccountStore accounts;

    public Sealing(SealStore seals, AccountStore accounts) {
        this.seals = seals;
        this.accounts = accounts;
    }

    /** Seals up to so many transfers, in the caller's transaction; answers how many. */
    public int seal(Handle sql, int atMost) {
        if (!seals.becomeSealer(sql)) {
            return 0;
        }
        List<Booked> waiting = seals.listWaiting(sql, atMost);
        if (!waiting.isEmpty()) {
            seal(sql, waiting);
        }
        return waiting.size();
    }

    private void seal(Handle sql, List<Booked> waiting) {
        Map<String, Seal> heads =
                seals.heads(sql, waiting.stream().map(Booked::tenant).collect(Collectors.toSet()));
        Map<AccountKey, Known> known = accounts.open(sql, Batch.accountsOf(waiting));
        Map<AccountKey, Counters> counters = new HashMap<>();
        known.forEach((key, account) -> counters.put(key, account.counters()));
        Batch batch = Batch.of(waiting, heads, counters, seals.now(sql));
        seals.insert(sql, batch.sealed(), batch.heads());
        accounts.write(sql, known, batch.lines(), batch.accounts());
    }
}
