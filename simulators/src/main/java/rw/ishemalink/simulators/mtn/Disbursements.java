package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.money.Party;
import rw.ishemalink.simulators.money.Plan;
import rw.ishemalink.simulators.money.Status;
import rw.ishemalink.simulators.money.Terms;
import rw.ishemalink.simulators.money.Transaction;
import rw.ishemalink.simulators.money.Transaction.Kind;
import rw.ishemalink.simulators.money.Verdict;

/** Money that goes out: never more than the account holds, never more refunded than was paid. */
@ApplicationScoped
public class Disbursements {

    private static final int LIMIT = 100_000;

    private final Bounded<String, BigDecimal> refunded = new Bounded<>(LIMIT);
    private final Transactions transactions;
    private final MtnOperator mtn;
    private final WorldClock clock;
    private final MtnConfig config;

    public Disbursements(Transactions transactions, MtnOperator mtn, WorldClock clock, MtnConfig config) {
        this.transactions = transactions;
        this.mtn = mtn;
        this.clock = clock;
        this.config = config;
    }

    synchronized void transfer(Door.Admission admission, Party payee) {
        transactions.requireNew(admission.reference());
        Plan plan = mtn.planPayout(payee.id(), admission.terms());
        transactions.accept(admission.order(Kind.TRANSFER, payee, null), plan);
    }

    synchronized void refund(Door.Admission admission, Transaction paid) {
        transactions.requireNew(admission.reference());
        Terms terms = admission.terms();
        BigDecimal before = refunded.find(paid.reference()).orElse(BigDecimal.ZERO);
        BigDecimal total = before.add(terms.amount());
        boolean allowed =
                paid.successful(clock.instant()) && total.compareTo(paid.terms().amount()) <= 0;
        Plan plan = allowed ? mtn.planSpending(terms) : Plan.of(config.approvalDelay(), Verdict.failed("NOT_ALLOWED"));
        if (plan.verdict().status() == Status.SUCCESSFUL) {
            refunded.put(paid.reference(), total);
        }
        transactions.accept(admission.order(Kind.REFUND, paid.party(), paid.reference()), plan);
    }
}
