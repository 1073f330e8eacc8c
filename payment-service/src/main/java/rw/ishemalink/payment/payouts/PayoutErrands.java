package rw.ishemalink.payment.payouts;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Errands;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.config.PayoutConfig;
import rw.ishemalink.payment.payouts.store.PayoutStore;

/** Payouts, as errands for the worker that also carries the movements of payments. */
@ApplicationScoped
class PayoutErrands implements Errands<PayoutClaim> {

    private final UnitOfWork unitOfWork;
    private final PayoutStore payouts;
    private final PayoutOutcomes outcomes;
    private final PayoutConfig config;

    PayoutErrands(UnitOfWork unitOfWork, PayoutStore payouts, PayoutOutcomes outcomes, PayoutConfig config) {
        this.unitOfWork = unitOfWork;
        this.payouts = payouts;
        this.outcomes = outcomes;
        this.config = config;
    }

    @Override
    public int callsAtOnce() {
        return config.callsAtOnce();
    }

    @Override
    public List<PayoutClaim> claim(Provider provider, int limit) {
        return unitOfWork.call(tx -> {
            List<PayoutClaim> claims = payouts.listDueLocked(tx.sql(), provider, limit).stream()
                    .map(due -> new PayoutClaim(due, PayoutRules.step(due.state())))
                    .toList();
            if (!claims.isEmpty()) {
                payouts.claim(tx.sql(), claims.stream().collect(toMap(PayoutClaim::reference, PayoutClaim::step)));
            }
            return claims;
        });
    }

    @Override
    public Answer send(MobileMoney provider, PayoutClaim claim) {
        PartyPayout payout = claim.payout();
        String note = "IshemaLink payout " + payout.number();
        return provider.transfer(payout.reference(), new Payout(payout.wallet().phone(), payout.amountRwf(), note));
    }

    @Override
    public Answer question(MobileMoney provider, PayoutClaim claim) {
        return provider.askTransfer(claim.reference());
    }

    @Override
    public void record(PayoutClaim claim, Answer answer) {
        unitOfWork.run(tx -> outcomes.record(tx.sql(), claim, answer));
    }

    @Override
    public Set<UUID> hint(Tx tx, Collection<UUID> references) {
        return payouts.hint(tx.sql(), references);
    }
}
