package rw.ishemalink.payment.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.payment.ledger.seal.Finding;
import rw.ishemalink.payment.ledger.seal.Walk.Place;

/** Reads the books as they lie there, trusting no constraint: whoever tampers has switched them off. */
@ApplicationScoped
public class VerifyStore {

    private static final int FETCH_SIZE = 1_000;

    private static final String PLACES = """
            select s.sequence, encode(s.hash, 'hex') as hash, s.sealed_at, s.transfer_id as sealed_transfer, t.*
              from ledger_seal s left join ledger_text t on t.transfer_id = s.transfer_id
             where s.tenant = :tenant order by s.sequence""";

    /** Transfers without seal that do not wait, entries without transfer, and transfers that waited and are gone. */
    private static final String OUTSIDE = """
            select 'INSERTED' as kind, null::bigint as sequence, t.transfer_id,
                   'this transfer was never sealed and does not wait for it' as what
              from ledger_transfer t
             where t.tenant = :tenant
               and not exists (select from ledger_seal s where s.transfer_id = t.transfer_id)
               and not exists (select from ledger_unsealed u where u.transfer_id = t.transfer_id)
            union all
            select 'INSERTED', null, e.transfer_id, 'entry ' || e.entry_id || ' belongs to no transfer of the tenant'
              from ledger_entry e
             where e.tenant = :tenant
               and not exists (select from ledger_transfer t
                                where t.transfer_id = e.transfer_id and t.tenant = e.tenant)
            union all
            select 'REMOVED', null, u.transfer_id, 'this transfer waited for its seal and is gone'
              from ledger_unsealed u
             where u.tenant = :tenant
               and not exists (select from ledger_transfer t where t.transfer_id = u.transfer_id)
             limit :limit""";

    private static final String UNBALANCED = """
            select 'UNBALANCED' as kind, s.sequence, t.transfer_id,
                   count(e.entry_id) || ' entries with a difference of '
                     || coalesce(sum(case e.side when 'DEBIT' then e.amount else -e.amount end), 0) as what
              from ledger_transfer t left join ledger_entry e using (transfer_id)
              left join ledger_seal s using (transfer_id)
             where t.tenant = :tenant
             group by t.transfer_id, s.sequence
            having count(e.entry_id) < 2 or sum(case e.side when 'DEBIT' then e.amount else -e.amount end) <> 0
             limit :limit""";

    /** Every line against the running sum of its account's sealed entries, every total against its account's last line. */
    private static final String WRONG_TOTALS = """
            with counted as (
              select s.sequence, f.*, a.account_id
                from ledger_seal s join ledger_effect f using (transfer_id)
                join ledger_account a on a.tenant = s.tenant and a.account = f.account and a.party is null
               where s.tenant = :tenant
              union all
              select s.sequence, f.*, a.account_id
                from ledger_seal s join ledger_effect f using (transfer_id)
                join ledger_account a on a.tenant = s.tenant and a.account = f.account and a.party = f.party
               where s.tenant = :tenant),
            running as (
              select account_id, sequence, entry_id, transfer_id,
                     sum(debits_posted) over entries as debits_posted,
                     sum(credits_posted) over entries as credits_posted,
                     sum(debits_pending) over entries as debits_pending,
                     sum(credits_pending) over entries as credits_pending
                from counted window entries as (partition by account_id order by sequence, entry_id)),
            lines as (
              select l.* from ledger_line l join ledger_account a using (account_id) where a.tenant = :tenant),
            last as (
              select distinct on (account_id) * from running order by account_id, sequence desc, entry_id desc)
            select 'TOTAL_WRONG' as kind, sequence, r.transfer_id, 'a line of account ' || account_id || ' is wrong' as what
              from running r full join lines l using (account_id, sequence, entry_id)
             where (r.debits_posted, r.credits_posted, r.debits_pending, r.credits_pending) is distinct from
                   (l.debits_posted, l.credits_posted, l.debits_pending, l.credits_pending)
            union all
            select 'TOTAL_WRONG', null, null, 'the total of account ' || a.account_id || ' is wrong'
              from ledger_account a left join last t using (account_id)
             where a.tenant = :tenant
               and (a.debits_posted, a.credits_posted, a.debits_pending, a.credits_pending) is distinct from
                   (coalesce(t.debits_posted, 0), coalesce(t.credits_posted, 0),
                    coalesce(t.debits_pending, 0), coalesce(t.credits_pending, 0))
             limit :limit""";

    /** Hands over the places of the tenant's chain, in order, without holding them all in memory. */
    public void walk(Handle sql, String tenant, Consumer<Place> next) {
        sql.createQuery(PLACES)
                .bind("tenant", tenant)
                .setFetchSize(FETCH_SIZE)
                .map(VerifyStore::place)
                .forEach(next);
    }

    /** What no place of the chain covers, though it should. */
    public List<Finding> listOutsideTheChain(Handle sql, String tenant, int limit) {
        return findings(sql, OUTSIDE, tenant, limit);
    }

    /** Transfers whose debits and credits differ. */
    public List<Finding> listUnbalanced(Handle sql, String tenant, int limit) {
        return findings(sql, UNBALANCED, tenant, limit);
    }

    /** Totals and statement lines that are not the sum of their entries. */
    public List<Finding> listWrongTotals(Handle sql, String tenant, int limit) {
        return findings(sql, WRONG_TOTALS, tenant, limit);
    }

    /** The hash at that place of the tenant's chain. */
    public Optional<String> findHash(Handle sql, String tenant, long sequence) {
        return sql.createQuery(
                        "select encode(hash, 'hex') from ledger_seal where tenant = :tenant and sequence = :sequence")
                .bind("tenant", tenant)
                .bind("sequence", sequence)
                .mapTo(String.class)
                .findOne();
    }

    private static List<Finding> findings(Handle sql, String query, String tenant, int limit) {
        return sql.createQuery(query)
                .bind("tenant", tenant)
                .bind("limit", limit)
                .map((row, context) -> new Finding(
                        Finding.Kind.valueOf(row.getString("kind")),
                        row.getObject("sequence", Long.class),
                        row.getObject("transfer_id", UUID.class),
                        row.getString("what")))
                .list();
    }

    private static Place place(ResultSet row, StatementContext context) throws SQLException {
        boolean gone = row.getObject("transfer_id", UUID.class) == null;
        return new Place(
                BalanceStore.seal(row, context),
                row.getObject("sealed_transfer", UUID.class),
                gone ? Optional.empty() : Optional.of(BookedRow.booked(row, context)));
    }
}
