package rw.ishemalink.payment.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.config.SettlementConfig;
import rw.ishemalink.payment.payouts.Origin;
import rw.ishemalink.payment.payouts.PartyPayout;
import rw.ishemalink.payment.payouts.Payouts;
import rw.ishemalink.payment.payouts.Payouts.Outcome;
import rw.ishemalink.payment.settlement.store.ItemStore;

/** Settles drivers and operators, some at a time: a line for each, and the payment of what was owed at the day's end. */
@ApplicationScoped
public class PartyPages {

    private final ItemStore items;
    private final Payouts payouts;
    private final SettlementConfig config;

    public PartyPages(ItemStore items, Payouts payouts, SettlementConfig config) {
        this.items = items;
        this.payouts = payouts;
        this.config = config;
    }

    /** The page after the run's cursor, in the caller's transaction. */
    public Progress page(Handle sql, Run run) {
        int limit = config.partiesAtOnce();
        List<PartyDay> page = items.listDays(sql, run, limit);
        page.stream().filter(day -> !day.idle()).forEach(day -> settle(sql, run, day));
        return new Progress(page.isEmpty() ? run.cursor() : page.getLast().accountId(), page.size() < limit);
    }

    /** What was earned after the day is not the day's to pay; what was paid meanwhile is not there any more. */
    private void settle(Handle sql, Run run, PartyDay day) {
        Outcome outcome = payouts.order(sql, day.account(), day.closing(), Origin.run(run.runId(), run.requestedBy()));
        switch (outcome) {
            case Outcome.Ordered(PartyPayout payout) ->
                items.insert(sql, run, day, Optional.of(payout.reference()), Optional.empty());
            case Outcome.Refused refused -> items.insert(sql, run, day, Optional.empty(), Optional.of(refused.why()));
        }
    }
}
