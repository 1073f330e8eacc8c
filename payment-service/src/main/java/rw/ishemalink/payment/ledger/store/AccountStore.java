package rw.ishemalink.payment.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.seal.Batch.Line;

/** Accounts as the sealer counts them. Only the sealer writes here, so what it read is still so when it writes. */
@ApplicationScoped
public class AccountStore {

    /** An account that has entries, and how it stands. */
    public record Known(long accountId, AccountKey key, Counters counters) {}

    private record Numbered(long accountId, Counters counters) {}

    private record Written(long accountId, Line line) {}

    private static final Columns<AccountKey> KEYS = new Columns<AccountKey>()
            .with("tenant", "text", AccountKey::tenant)
            .with("account", "text", AccountKey::account)
            .with("party", "uuid", AccountKey::party);

    private static final String OPEN = "insert into ledger_account (" + KEYS.names() + ") select " + KEYS.names()
            + " from " + KEYS.relation("fresh") + " returning *";

    private static final String OF_TENANTS = """
            select * from ledger_account
             where tenant = any(:tenants) and (party is null or party = any(:parties))""";

    private static final Columns<Written> LINES = new Columns<Written>()
            .with("account_id", "bigint", Written::accountId)
            .with("sequence", "bigint", one -> one.line().sequence())
            .with("entry_id", "bigint", one -> one.line().entryId())
            .with("debits_posted", "bigint", one -> one.line().after().debitsPosted())
            .with("credits_posted", "bigint", one -> one.line().after().creditsPosted())
            .with("debits_pending", "bigint", one -> one.line().after().debitsPending())
            .with("credits_pending", "bigint", one -> one.line().after().creditsPending());

    private static final String INSERT_LINES = "insert into ledger_line (" + LINES.names() + ") select " + LINES.names()
            + " from " + LINES.relation("one");

    private static final Columns<Numbered> TOTALS = new Columns<Numbered>()
            .with("account_id", "bigint", Numbered::accountId)
            .with("debits_posted", "bigint", one -> one.counters().debitsPosted())
            .with("credits_posted", "bigint", one -> one.counters().creditsPosted())
            .with("debits_pending", "bigint", one -> one.counters().debitsPending())
            .with("credits_pending", "bigint", one -> one.counters().creditsPending());

    private static final String UPDATE_TOTALS = """
            update ledger_account a
               set debits_posted = now.debits_posted, credits_posted = now.credits_posted,
                   debits_pending = now.debits_pending, credits_pending = now.credits_pending
              from\s""" + TOTALS.relation("now") + " where a.account_id = now.account_id";

    /** Those accounts, opened if this is their first entry. */
    public Map<AccountKey, Known> open(Handle sql, Set<AccountKey> keys) {
        Map<AccountKey, Known> known = new HashMap<>();
        sql.createQuery(OF_TENANTS)
                .bindArray(
                        "tenants",
                        String.class,
                        keys.stream().map(AccountKey::tenant).distinct().toList())
                .bindArray(
                        "parties",
                        UUID.class,
                        keys.stream()
                                .map(AccountKey::party)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .map(AccountStore::known)
                .filter(one -> keys.contains(one.key()))
                .forEach(one -> known.put(one.key(), one));
        List<AccountKey> fresh =
                keys.stream().filter(key -> !known.containsKey(key)).toList();
        if (!fresh.isEmpty()) {
            KEYS.bindTo(sql.createQuery(OPEN), fresh)
                    .map(AccountStore::known)
                    .forEach(one -> known.put(one.key(), one));
        }
        return known;
    }

    /** Writes the lines, and how the accounts stand after the last of them. */
    public void write(Handle sql, Map<AccountKey, Known> known, List<Line> lines, Map<AccountKey, Counters> totals) {
        List<Written> written = lines.stream()
                .map(line -> new Written(id(known, line.account()), line))
                .toList();
        LINES.bindTo(sql.createUpdate(INSERT_LINES), written).execute();
        List<Numbered> numbered = totals.entrySet().stream()
                .map(total -> new Numbered(id(known, total.getKey()), total.getValue()))
                .toList();
        TOTALS.bindTo(sql.createUpdate(UPDATE_TOTALS), numbered).execute();
    }

    private static long id(Map<AccountKey, Known> known, AccountKey key) {
        return Objects.requireNonNull(known.get(key)).accountId();
    }

    static Known known(ResultSet row, StatementContext context) throws SQLException {
        AccountKey key = new AccountKey(
                row.getString("tenant"), Account.valueOf(row.getString("account")), row.getObject("party", UUID.class));
        return new Known(row.getLong("account_id"), key, BalanceStore.counters(row, context));
    }
}
