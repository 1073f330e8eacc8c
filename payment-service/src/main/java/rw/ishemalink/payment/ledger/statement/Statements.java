package rw.ishemalink.payment.ledger.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.store.AccountStore.Known;
import rw.ishemalink.payment.ledger.store.StatementStore;

/** Reads accounts line by line. */
@ApplicationScoped
public class Statements {

    /**
     * What is wanted of an account.
     *
     * @param from inclusive
     * @param to exclusive
     * @param after the line before the first one wanted
     * @param limit most lines
     */
    public record Wanted(
            AccountKey account, Optional<Instant> from, Optional<Instant> to, Optional<LineKey> after, int limit) {}

    private final StatementStore store;

    public Statements(StatementStore store) {
        this.store = store;
    }

    /** A page of the account's lines; empty for an account on which nothing was ever booked. */
    public Statement page(Handle sql, Wanted wanted) {
        return store.findAccount(sql, wanted.account())
                .map(known -> page(sql, known.accountId(), wanted))
                .orElseGet(() -> Statement.of(wanted.account(), Counters.ZERO, List.of(), wanted.limit()));
    }

    private Statement page(Handle sql, long id, Wanted wanted) {
        LineKey after = wanted.after().orElseGet(() -> firstKey(sql, wanted));
        long end = wanted.to()
                .map(to -> store.lastSequenceBefore(sql, wanted.account().tenant(), to))
                .orElse(Long.MAX_VALUE);
        return Statement.of(
                wanted.account(),
                store.countersAt(sql, id, after),
                store.listLines(sql, id, after, end, wanted.limit() + 1),
                wanted.limit());
    }

    /** Lines of the last place before the time are no longer wanted. */
    private LineKey firstKey(Handle sql, Wanted wanted) {
        return wanted.from()
                .map(from -> new LineKey(
                        store.lastSequenceBefore(sql, wanted.account().tenant(), from), Long.MAX_VALUE))
                .orElse(LineKey.START);
    }

    /** The accounts that the caller may see, those of one name only if it is given, after that account number. */
    public List<Known> accounts(Handle sql, Caller caller, Optional<Account> name, long afterId, int limit) {
        if (AccountAccess.seesAll(caller)) {
            return store.listAccounts(sql, caller.tenant(), name, afterId, limit);
        }
        return Arrays.stream(Account.values())
                .filter(account -> name.isEmpty() || name.get() == account)
                .flatMap(account -> AccountAccess.find(caller, account, null).stream())
                .flatMap(key -> store.findAccount(sql, key).stream())
                .filter(known -> known.accountId() > afterId)
                .sorted(Comparator.comparing(Known::accountId))
                .limit(limit)
                .toList();
    }
}
