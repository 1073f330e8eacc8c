package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;

/** Money that goes out: never more than the account holds, never more refunded than was paid. */
@ApplicationScoped
public class Disbursements {

    private static final int LIMIT = 100_000;

    private final Map<String, BigDecimal> spent = new HashMap<>();
    private final Bounded<UUID, BigDecimal> refunded = new Bounded<>(LIMIT);
    private final Transactions transactions;
    private final WorldClock clock;
    private final MtnConfig config;

    public Disbursements(Transactions transactions, WorldClock clock, MtnConfig config) {
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
    }

    synchronized void transfer(Door.Admission admission, Terms terms, Party payee) {
        transactions.requireNew(admission.reference());
        Plan plan = MagicNumbers.findForPayee(payee.partyId() == null ? "" : payee.partyId(), config.approvalDelay())
                .orElseGet(() -> spend(terms));
        transactions.accept(Transaction.Kind.TRANSFER, admission, terms, Optional.of(payee), plan);
    }

    synchronized void refund(Door.Admission admission, Terms terms, Transaction paid) {
        transactions.requireNew(admission.reference());
        BigDecimal before = refunded.find(paid.reference()).orElse(BigDecimal.ZERO);
        BigDecimal total = before.add(terms.amount());
        boolean allowed =
                paid.successful(clock.instant()) && total.compareTo(paid.terms().amount()) <= 0;
        Plan plan = allowed ? spend(terms) : Plan.of(config.approvalDelay(), Verdict.failed("NOT_ALLOWED"));
        if (plan.verdict().status() == Status.SUCCESSFUL) {
            refunded.put(paid.reference(), total);
        }
        transactions.accept(Transaction.Kind.REFUND, admission, terms, Optional.ofNullable(paid.party()), plan);
    }

    synchronized BigDecimal available(String currency) {
        return BigDecimal.valueOf(config.disbursementFloat()).subtract(spent.getOrDefault(currency, BigDecimal.ZERO));
    }

    private Plan spend(Terms terms) {
        if (available(terms.currency()).compareTo(terms.amount()) < 0) {
            return Plan.of(config.approvalDelay(), Verdict.failed("NOT_ENOUGH_FUNDS"));
        }
        spent.merge(terms.currency(), terms.amount(), BigDecimal::add);
        return Plan.of(config.approvalDelay(), Verdict.SUCCESSFUL);
    }
}
