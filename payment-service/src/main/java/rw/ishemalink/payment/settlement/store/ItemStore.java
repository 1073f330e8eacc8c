package rw.ishemalink.payment.settlement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.payouts.Refusal;
import rw.ishemalink.payment.settlement.Item;
import rw.ishemalink.payment.settlement.PartyDay;
import rw.ishemalink.payment.settlement.Run;
import rw.ishemalink.payment.settlement.Totals;

/** What days did to drivers and operators, as the ledger has it and as runs wrote it down. */
@ApplicationScoped
public class ItemStore {

    /** A line of that driver's or operator's own. */
    static final String OWN = """
            ((i.account = 'DRIVER_PAYABLE' and i.party = :driver::uuid)
             or (i.account = 'OPERATOR_PAYABLE' and i.party = :operator::uuid))""";

    /** Who looks, if it is somebody who is paid. */
    public record Whose(Optional<UUID> driver, Optional<UUID> operator) {

        static Query bind(Query query, Optional<Whose> whose) {
            return query.bind("all", whose.isEmpty())
                    .bind("driver", whose.flatMap(Whose::driver).orElse(null))
                    .bind("operator", whose.flatMap(Whose::operator).orElse(null));
        }
    }

    /** Lines never move, so opening and closing are each one look; between them are the day's own lines only. */
    private static final String DAYS = """
            select a.account_id, a.account, a.party, coalesce(o.owed, 0) as opening, coalesce(c.owed, 0) as closing,
                   coalesce(d.earned, 0) as earned, coalesce(d.reversed, 0) as reversed, coalesce(d.paid, 0) as paid,
                   coalesce(d.corrected, 0) as corrected
              from (select account_id, account, party from ledger_account
                     where tenant = :tenant and party is not null and account_id > :cursor
                     order by account_id limit :limit) a
              left join lateral (select credits_posted - debits_posted as owed from ledger_line
                                  where account_id = a.account_id and sequence <= :from
                                  order by sequence desc, entry_id desc limit 1) o on true
              left join lateral (select credits_posted - debits_posted as owed from ledger_line
                                  where account_id = a.account_id and sequence <= :through
                                  order by sequence desc, entry_id desc limit 1) c on true
              left join lateral (
                select sum(f.credits_posted - f.debits_posted) filter (where t.kind = 'SHARE_EARNED') as earned,
                       sum(f.debits_posted - f.credits_posted) filter (where t.kind = 'SHARE_REVERSED') as reversed,
                       sum(f.debits_posted - f.credits_posted) filter (where t.kind = 'PAYOUT') as paid,
                       sum(f.credits_posted - f.debits_posted)
                         filter (where t.kind not in ('SHARE_EARNED', 'SHARE_REVERSED', 'PAYOUT')) as corrected
                  from ledger_line l
                  join ledger_effect f on f.entry_id = l.entry_id
                  join ledger_transfer t on t.transfer_id = f.transfer_id
                 where l.account_id = a.account_id and l.sequence > :from and l.sequence <= :through) d on true
             order by a.account_id""";

    private static final String INSERT = """
            insert into settlement_item (run_id, account_id, account, party, opening, earned, reversed, paid, corrected,
                                         closing, payout, refused)
            values (:runId, :accountId, :account, :party, :opening, :earned, :reversed, :paid, :corrected,
                    :closing, :payout, :refused)""";

    private static final String LIST = """
            select i.*, r.tenant, p.amount as payout_amount, p.status as payout_status
              from settlement_item i join settlement_run r using (run_id) left join payout p on p.reference = i.payout
             where i.run_id = :runId and i.account_id > :after and (:all or\s""" + OWN + ") order by i.account_id limit :limit";

    private static final String TOTALS = """
            select count(*) as parties, coalesce(sum(opening), 0)::bigint as opening,
                   coalesce(sum(earned), 0)::bigint as earned, coalesce(sum(reversed), 0)::bigint as reversed,
                   coalesce(sum(paid), 0)::bigint as paid, coalesce(sum(corrected), 0)::bigint as corrected,
                   coalesce(sum(closing), 0)::bigint as closing, count(payout) as payouts,
                   coalesce(sum(p.amount), 0)::bigint as payout_amount
              from settlement_item i left join payout p on p.reference = i.payout
             where i.run_id = :runId and (:all or\s""" + OWN + ")";

    /** What the run's day did to the parties whose accounts follow on its cursor, by account number. */
    public List<PartyDay> listDays(Handle sql, Run run, int limit) {
        return sql.createQuery(DAYS)
                .bind("tenant", run.tenant())
                .bind("cursor", run.cursor())
                .bind("from", run.span().from())
                .bind("through", run.span().through())
                .bind("limit", limit)
                .map((row, context) -> day(row, run.tenant()))
                .list();
    }

    /** Writes a party's line. The database refuses a second one. */
    public void insert(Handle sql, Run run, PartyDay day, Optional<UUID> payout, Optional<Refusal> refused) {
        sql.createUpdate(INSERT)
                .bind("runId", run.runId())
                .bind("accountId", day.accountId())
                .bind("account", day.account().account().name())
                .bind("party", day.account().party())
                .bind("opening", day.opening())
                .bind("earned", day.earned())
                .bind("reversed", day.reversed())
                .bind("paid", day.paid())
                .bind("corrected", day.corrected())
                .bind("closing", day.closing())
                .bind("payout", payout.orElse(null))
                .bind("refused", refused.map(Refusal::name).orElse(null))
                .execute();
    }

    /** The run's lines after that account number, those only that are for those to see. */
    public List<Item> list(Handle sql, UUID runId, Optional<Whose> whose, long after, int limit) {
        return Whose.bind(sql.createQuery(LIST), whose)
                .bind("runId", runId)
                .bind("after", after)
                .bind("limit", limit)
                .map(ItemStore::item)
                .list();
    }

    /** The run's lines added up, those only that are for those to see. */
    public Totals totals(Handle sql, UUID runId, Optional<Whose> whose) {
        return Whose.bind(sql.createQuery(TOTALS), whose)
                .bind("runId", runId)
                .map((row, context) -> new Totals(
                        row.getLong("parties"),
                        row.getLong("opening"),
                        row.getLong("earned"),
                        row.getLong("reversed"),
                        row.getLong("paid"),
                        row.getLong("corrected"),
                        row.getLong("closing"),
                        row.getLong("payouts"),
                        row.getLong("payout_amount")))
                .one();
    }

    private static Item item(ResultSet row, StatementContext context) throws SQLException {
        String refused = row.getString("refused");
        return new Item(
                day(row, row.getString("tenant")),
                row.getObject("payout", UUID.class),
                row.getLong("payout_amount"),
                row.getString("payout_status"),
                refused == null ? null : Refusal.valueOf(refused));
    }

    private static PartyDay day(ResultSet row, String tenant) throws SQLException {
        return new PartyDay(
                row.getLong("account_id"),
                new AccountKey(tenant, Account.valueOf(row.getString("account")), row.getObject("party", UUID.class)),
                row.getLong("opening"),
                row.getLong("earned"),
                row.getLong("reversed"),
                row.getLong("paid"),
                row.getLong("corrected"),
                row.getLong("closing"));
    }
}
