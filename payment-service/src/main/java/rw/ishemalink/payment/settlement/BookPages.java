package rw.ishemalink.payment.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.config.SettlementConfig;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Balance.Standing;
import rw.ishemalink.payment.ledger.store.BalanceStore;
import rw.ishemalink.payment.settlement.store.FigureStore;

/** Counts what a day did to the tenant's accounts, some places of the chain at a time. */
@ApplicationScoped
public class BookPages {

    private final FigureStore figures;
    private final BalanceStore balances;
    private final SettlementConfig config;

    public BookPages(FigureStore figures, BalanceStore balances, SettlementConfig config) {
        this.figures = figures;
        this.balances = balances;
        this.config = config;
    }

    /** The page after the run's cursor, in the caller's transaction. */
    public Progress page(Handle sql, Run run) {
        long last = run.span().through();
        long end = Math.min(run.cursor() + config.transfersAtOnce(), last);
        figures.add(sql, run, run.cursor(), end);
        return new Progress(end, end == last);
    }

    /** The statement of the run's day. */
    public DayBooks statement(Handle sql, Run run) {
        return DayBooks.of(
                figures.list(sql, run.runId()),
                balancesAt(sql, run.tenant(), run.span().from()),
                balancesAt(sql, run.tenant(), run.span().through()));
    }

    private Map<Account, Long> balancesAt(Handle sql, String tenant, long sequence) {
        return balances.standingsAt(sql, tenant, sequence).stream()
                .collect(Collectors.toMap(
                        Standing::account, standing -> standing.counters().balance()));
    }
}
