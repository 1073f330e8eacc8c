package rw.ishemalink.payment.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.Entry.Side;
import rw.ishemalink.payment.ledger.Phase;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.ledger.Transfer.Kind;
import rw.ishemalink.payment.ledger.statement.LineKey;
import rw.ishemalink.payment.ledger.statement.StatementLine;
import rw.ishemalink.payment.ledger.store.AccountStore.Known;

/** Accounts and their lines, by keys: no statement adds up a history. */
@ApplicationScoped
public class StatementStore {

    private static final String ACCOUNT =
            "select * from ledger_account where tenant = :tenant and account = :account and ";

    private static final String LAST_SEQUENCE = """
            select coalesce(max(sequence), 0) from
              (select sequence from ledger_seal where tenant = :tenant and sealed_at < :time
                order by sealed_at desc, sequence desc limit 1) as last""";

    private static final String COUNTERS_AT = """
            select debits_posted, credits_posted, debits_pending, credits_pending from ledger_line
             where account_id = :accountId and (sequence, entry_id) <= (:sequence, :entryId)
             order by sequence desc, entry_id desc limit 1""";

    private static final String LINES = """
            select l.*, s.sealed_at, t.transfer_id, t.kind, t.phase, t.subject, t.subject_id, t.reference, t.corrects,
                   t.reason, e.party, e.side, e.amount
              from (select * from ledger_line
                     where account_id = :accountId and (sequence, entry_id) > (:sequence, :entryId) and sequence <= :end
                     order by sequence, entry_id limit :limit) l
              join ledger_entry e using (entry_id)
              join ledger_transfer t using (transfer_id)
              join ledger_seal s using (transfer_id)
             order by l.sequence, l.entry_id""";

    private static final String ACCOUNTS = """
            select * from ledger_account
             where tenant = :tenant and account_id > :after
               and (:account::text is null or account = :account)
             order by account_id limit :limit""";

    /** The account, if anything was ever sealed on it. */
    public Optional<Known> findAccount(Handle sql, AccountKey account) {
        var query = account.party() == null
                ? sql.createQuery(ACCOUNT + "party is null")
                : sql.createQuery(ACCOUNT + "party = :party").bind("party", account.party());
        return query.bind("tenant", account.tenant())
                .bind("account", account.account().name())
                .map(AccountStore::known)
                .findOne();
    }

    /** The tenant's last place before that time; 0 if there is none. */
    public long lastSequenceBefore(Handle sql, String tenant, Instant time) {
        return sql.createQuery(LAST_SEQUENCE)
                .bind("tenant", tenant)
                .bind("time", time)
                .mapTo(Long.class)
                .one();
    }

    /** How the account stood after that line, or the last one before it. */
    public Counters countersAt(Handle sql, long accountId, LineKey key) {
        return sql.createQuery(COUNTERS_AT)
                .bind("accountId", accountId)
                .bind("sequence", key.sequence())
                .bind("entryId", key.entryId())
                .map(BalanceStore::counters)
                .findOne()
                .orElse(Counters.ZERO);
    }

    /** The account's lines after that one, up to and with those of place {@code end}. */
    public List<StatementLine> listLines(Handle sql, long accountId, LineKey after, long end, int limit) {
        return sql.createQuery(LINES)
                .bind("accountId", accountId)
                .bind("sequence", after.sequence())
                .bind("entryId", after.entryId())
                .bind("end", end)
                .bind("limit", limit)
                .map(StatementStore::line)
                .list();
    }

    /** The tenant's accounts with a number above {@code after}, by number. */
    public List<Known> listAccounts(Handle sql, String tenant, Optional<Account> name, long after, int limit) {
        return sql.createQuery(ACCOUNTS)
                .bind("tenant", tenant)
                .bind("account", name.map(Account::name).orElse(null))
                .bind("after", after)
                .bind("limit", limit)
                .map(AccountStore::known)
                .list();
    }

    private static StatementLine line(ResultSet row, StatementContext context) throws SQLException {
        return new StatementLine(
                new LineKey(row.getLong("sequence"), row.getLong("entry_id")),
                row.getTimestamp("sealed_at").toInstant(),
                row.getObject("transfer_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Phase.valueOf(row.getString("phase")),
                new Subject(Subject.Type.valueOf(row.getString("subject")), row.getObject("subject_id", UUID.class)),
                row.getObject("reference", UUID.class),
                row.getObject("corrects", UUID.class),
                row.getString("reason"),
                row.getObject("party", UUID.class),
                Side.valueOf(row.getString("side")),
                row.getLong("amount"),
                BalanceStore.counters(row, context));
    }
}
