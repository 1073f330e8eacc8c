package rw.ishemalink.payment.reconciling;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.payment.config.ReconciliationConfig;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Posting;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.reconciling.Run.Counts;
import rw.ishemalink.payment.reconciling.Step.Ask;
import rw.ishemalink.payment.reconciling.Step.Charge;
import rw.ishemalink.payment.reconciling.Step.Explain;
import rw.ishemalink.payment.reconciling.Step.Open;
import rw.ishemalink.payment.reconciling.store.ActStore;
import rw.ishemalink.payment.reconciling.store.CaseStore;
import rw.ishemalink.payment.reconciling.store.Found;
import rw.ishemalink.payment.reconciling.store.OurBooks;

/** Takes the steps that follow from a comparison: charges and questions all at once, cases one by one, for they are few. */
@ApplicationScoped
class Steps {

    private static final String AGREED = "both sides agree, or differ otherwise";

    private final Ledger ledger;
    private final CaseStore cases;
    private final ActStore acts;
    private final List<OurBooks> books;
    private final ReconciliationConfig config;

    Steps(Ledger ledger, CaseStore cases, ActStore acts, @All List<OurBooks> books, ReconciliationConfig config) {
        this.ledger = ledger;
        this.cases = cases;
        this.acts = acts;
        this.books = books;
        this.config = config;
    }

    /** Answers how many of each there were. */
    Counts take(Handle sql, Run run, List<Step> steps) {
        List<Posting> charges = new ArrayList<>();
        List<UUID> questions = new ArrayList<>();
        int opened = 0;
        int explained = 0;
        for (Step step : steps) {
            switch (step) {
                case Charge(OurSide movement, long feeRwf) -> charges.add(charge(run, movement, feeRwf));
                case Ask(OurSide movement) -> questions.add(movement.reference());
                case Open open -> {
                    open(sql, run, open);
                    opened++;
                }
                case Explain(Case one) -> {
                    explain(sql, one);
                    explained++;
                }
            }
        }
        if (!questions.isEmpty()) {
            books.forEach(kind -> kind.ask(sql, questions));
        }
        return new Counts(0, ledger.postNew(sql, charges), questions.size(), opened, explained);
    }

    private static Posting charge(Run run, OurSide movement, long feeRwf) {
        return new Posting(
                movement.tenant(),
                movement.subject(),
                Postings.providerFee(movement.reference(), run.provider().clearing(), feeRwf));
    }

    /** From now on clearing says what the provider says; suspense holds what nobody can explain yet. */
    private void open(Handle sql, Run run, Open open) {
        UUID caseId = TimeOrderedId.next();
        String tenant = open.pair().tenant().orElse(config.houseTenant());
        UUID unexplained = ledger.post(
                sql,
                tenant,
                Subject.reconciliation(caseId),
                Postings.unexplained(
                        caseId, run.provider().clearing(), open.difference().amountRwf()));
        Found found =
                new Found(open.pair().key(), open.difference(), open.pair().sides(), unexplained);
        cases.insert(sql, caseId, run.provider(), run.day(), tenant, found);
        acts.insert(sql, caseId, Act.What.OPENED, unexplained);
    }

    private void explain(Handle sql, Case one) {
        UUID correction = ledger.post(
                sql,
                one.tenant(),
                Subject.reconciliation(one.caseId()),
                Postings.correction(one.caseId(), one.unexplainedBy(), AGREED, Remedies.takenBack(one)));
        cases.close(sql, one, Case.Status.EXPLAINED, null, correction);
        acts.insert(sql, one.caseId(), Act.What.EXPLAINED, correction);
    }
}
