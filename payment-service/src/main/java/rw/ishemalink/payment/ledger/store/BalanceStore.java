package rw.ishemalink.payment.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Balance.Standing;
import rw.ishemalink.payment.ledger.Counters;

/**
 * How accounts stand: what the sealer has counted, and the few transfers that wait for it. Always one statement, so that
 * a transfer that is being sealed meanwhile is counted once.
 */
@ApplicationScoped
public class BalanceStore {

    private static final String SUMS = """
            coalesce(sum(debits_posted), 0)::bigint as debits_posted,
            coalesce(sum(credits_posted), 0)::bigint as credits_posted,
            coalesce(sum(debits_pending), 0)::bigint as debits_pending,
            coalesce(sum(credits_pending), 0)::bigint as credits_pending
            """;

    private static final String COUNTED = """
              from (select account, party, debits_posted, credits_posted, debits_pending, credits_pending
                      from ledger_account where tenant = :tenant and %s
                    union all
                    select account, party, debits_posted, credits_posted, debits_pending, credits_pending
                      from ledger_unsealed join ledger_effect using (transfer_id, tenant)
                     where tenant = :tenant and %s) as counted
            """;

    private static final String OF_PARTY = "select " + SUMS
            + COUNTED.formatted("party = :party and account = :account", "party = :party and account = :account");

    private static final String OF_TENANT =
            "select " + SUMS + COUNTED.formatted("party is null and account = :account", "account = :account");

    private static final String STANDINGS = "select account, " + SUMS + COUNTED.formatted("party is null", "true")
            + "group by account order by account";

    private static final String STANDINGS_AT = """
            select a.account, l.debits_posted, l.credits_posted, l.debits_pending, l.credits_pending
              from ledger_account a
             cross join lateral (select * from ledger_line
                                  where account_id = a.account_id and sequence <= :sequence
                                  order by sequence desc, entry_id desc limit 1) l
             where a.tenant = :tenant and a.party is null order by a.account""";

    /** Of each tenant by itself, so that two cannot hide each other's. */
    private static final String IMBALANCE = """
            select coalesce(sum(abs(posted) + abs(pending)), 0)
              from (select sum(debits_posted - credits_posted) as posted,
                           sum(debits_pending - credits_pending) as pending
                      from ledger_account where party is null group by tenant) as of_tenant""";

    private static final String WAITING = "select count(*) from ledger_unsealed where tenant = :tenant";

    private static final String LAST_SEAL = """
            select sequence, encode(hash, 'hex') as hash, sealed_at from ledger_chain where tenant = :tenant""";

    private static final String SEAL_AT = """
            select sequence, encode(hash, 'hex') as hash, sealed_at from ledger_seal
             where tenant = :tenant and sealed_at <= :at order by sealed_at desc, sequence desc limit 1""";

    /** Other reservations of the account wait until the transaction ends. */
    public void lock(Handle sql, AccountKey account) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended(:account, 0))::text")
                .bind("account", account.tenant() + " " + account.account() + " " + account.party())
                .mapTo(String.class)
                .findOne();
    }

    /** The account, with all that is committed. */
    public Counters get(Handle sql, AccountKey account) {
        var query = account.party() == null
                ? sql.createQuery(OF_TENANT)
                : sql.createQuery(OF_PARTY).bind("party", account.party());
        return query.bind("tenant", account.tenant())
                .bind("account", account.account().name())
                .map(BalanceStore::counters)
                .one();
    }

    /** Each account of the tenant, with all that is committed; those of parties added up. */
    public List<Standing> standings(Handle sql, String tenant) {
        return sql.createQuery(STANDINGS)
                .bind("tenant", tenant)
                .map(BalanceStore::standing)
                .list();
    }

    /** Each account of the tenant as it stood after that place in the chain. */
    public List<Standing> standingsAt(Handle sql, String tenant, long sequence) {
        return sql.createQuery(STANDINGS_AT)
                .bind("tenant", tenant)
                .bind("sequence", sequence)
                .map(BalanceStore::standing)
                .list();
    }

    /** By how many francs debits and credits of the sealed books differ; anything but 0 is a defect or a fraud. */
    public long imbalance(Handle sql) {
        return sql.createQuery(IMBALANCE).mapTo(Long.class).one();
    }

    /** How many of the tenant's transfers wait for their seal. */
    public long countWaiting(Handle sql, String tenant) {
        return sql.createQuery(WAITING).bind("tenant", tenant).mapTo(Long.class).one();
    }

    /** The end of the tenant's chain. */
    public Optional<Seal> findLastSeal(Handle sql, String tenant) {
        return sql.createQuery(LAST_SEAL)
                .bind("tenant", tenant)
                .map(BalanceStore::seal)
                .findOne();
    }

    /** Where the tenant's chain ended at that moment. */
    public Optional<Seal> findSealAt(Handle sql, String tenant, Instant at) {
        return sql.createQuery(SEAL_AT)
                .bind("tenant", tenant)
                .bind("at", at)
                .map(BalanceStore::seal)
                .findOne();
    }

    static Counters counters(ResultSet row, StatementContext context) throws SQLException {
        return new Counters(
                row.getLong("debits_posted"),
                row.getLong("credits_posted"),
                row.getLong("debits_pending"),
                row.getLong("credits_pending"));
    }

    static Seal seal(ResultSet row, StatementContext context) throws SQLException {
        return new Seal(
                row.getLong("sequence"),
                row.getString("hash"),
                row.getTimestamp("sealed_at").toInstant());
    }

    private static Standing standing(ResultSet row, StatementContext context) throws SQLException {
        return new Standing(Account.valueOf(row.getString("account")), counters(row, context));
    }
}
