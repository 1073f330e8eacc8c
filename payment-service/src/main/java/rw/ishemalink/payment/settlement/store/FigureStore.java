package rw.ishemalink.payment.settlement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Transfer.Kind;
import rw.ishemalink.payment.settlement.Figure;
import rw.ishemalink.payment.settlement.Run;

/** What days did to accounts, counted up page by page. */
@ApplicationScoped
public class FigureStore {

    private static final String ADD = """
            insert into settlement_figure (run_id, account, kind, debits, credits)
            select :runId, f.account, t.kind, sum(f.debits_posted), sum(f.credits_posted)
              from ledger_seal s
              join ledger_transfer t on t.transfer_id = s.transfer_id
              join ledger_effect f on f.transfer_id = s.transfer_id
             where s.tenant = :tenant and s.sequence > :after and s.sequence <= :end
               and f.debits_posted + f.credits_posted > 0
             group by f.account, t.kind
            on conflict (run_id, account, kind) do update
               set debits = settlement_figure.debits + excluded.debits,
                   credits = settlement_figure.credits + excluded.credits""";

    /** Adds what the tenant's transfers after that place did, up to and with {@code end}. */
    public void add(Handle sql, Run run, long after, long end) {
        sql.createUpdate(ADD)
                .bind("runId", run.runId())
                .bind("tenant", run.tenant())
                .bind("after", after)
                .bind("end", end)
                .execute();
    }

    /** The run's figures. */
    public List<Figure> list(Handle sql, UUID runId) {
        return sql.createQuery("select * from settlement_figure where run_id = :runId order by account, kind")
                .bind("runId", runId)
                .map((row, context) -> new Figure(
                        Account.valueOf(row.getString("account")),
                        Kind.valueOf(row.getString("kind")),
                        row.getLong("debits"),
                        row.getLong("credits")))
                .list();
    }
}
