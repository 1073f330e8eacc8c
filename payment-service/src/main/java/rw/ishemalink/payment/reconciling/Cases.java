package rw.ishemalink.payment.reconciling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.LateMoney;
import rw.ishemalink.payment.config.ReconciliationConfig;
import rw.ishemalink.payment.ledger.Entry;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.reconciling.Case.Proposal;
import rw.ishemalink.payment.reconciling.store.ActStore;
import rw.ishemalink.payment.reconciling.store.CaseStore;
import rw.ishemalink.payment.reconciling.store.CaseStore.Wanted;

/** What people can do about cases. Each is resolved once; above an amount it takes two persons. */
@ApplicationScoped
public class Cases {

    /** A case with its history, oldest first. */
    public record Seen(Case found, List<Act> acts) {}

    private final UnitOfWork unitOfWork;
    private final CaseStore cases;
    private final ActStore acts;
    private final Ledger ledger;
    private final LateMoney lateMoney;
    private final ReconciliationConfig config;

    Cases(
            UnitOfWork unitOfWork,
            CaseStore cases,
            ActStore acts,
            Ledger ledger,
            LateMoney lateMoney,
            ReconciliationConfig config) {
        this.unitOfWork = unitOfWork;
        this.cases = cases;
        this.acts = acts;
        this.ledger = ledger;
        this.lateMoney = lateMoney;
        this.config = config;
    }

    /** A page of cases; whoever asks for it may see all of them. */
    public List<Case> list(Wanted wanted) {
        return unitOfWork.read(sql -> cases.list(sql, wanted));
    }

    /**
     * One case.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    public Seen get(Caller caller, UUID caseId) {
        return unitOfWork.read(sql -> visible(caller, cases.find(sql, caseId))
                .map(one -> new Seen(one, acts.list(sql, caseId)))
                .orElseThrow(Cases::noCase));
    }

    /**
     * A person resolves a case or, above the amount that takes two, proposes how.
     *
     * @throws ProblemException 404 when there is none that the caller may see; 409 when it is closed, or that does not fit
     */
    public Seen resolve(Caller caller, UUID caseId, Resolution resolution, String reason) {
        Proposal wanted = new Proposal(resolution, reason, caller.personId());
        return unitOfWork.call(tx -> {
            Case one = openOne(tx, caller, caseId);
            Remedy remedy = remedy(one, resolution);
            boolean two = Math.abs(one.difference().amountRwf()) > config.approvalAboveRwf();
            if (two && !(remedy instanceof Remedy.Waits)) {
                cases.propose(tx.sql(), one, wanted);
                acts.insert(tx.sql(), caseId, Act.What.PROPOSED, resolution, reason, wanted.by(), null);
            } else {
                carryOut(tx, one, remedy, wanted, null);
            }
            return seen(tx, caseId);
        });
    }

    /**
     * A second person approves of what the first one proposed.
     *
     * @param resolution what the caller believes to approve
     * @throws ProblemException 404 when there is none that the caller may see; 403 when the caller proposed it; 409 when it
     *     is closed, or something else was proposed, or nothing
     */
    public Seen approve(Caller caller, UUID caseId, Resolution resolution) {
        return unitOfWork.call(tx -> {
            Case one = openOne(tx, caller, caseId);
            Proposal proposal = Optional.ofNullable(one.proposal())
                    .filter(proposed -> proposed.resolution() == resolution)
                    .orElseThrow(() -> ProblemException.conflict("not-proposed"));
            if (proposal.by().equals(caller.personId())) {
                throw ProblemException.forbidden("own-proposal");
            }
            carryOut(tx, one, remedy(one, resolution), proposal, caller.personId());
            return seen(tx, caseId);
        });
    }

    private void carryOut(Tx tx, Case one, Remedy remedy, Proposal wanted, @Nullable UUID approver) {
        switch (remedy) {
            case Remedy.Books(List<Entry> entries) -> close(tx, one, entries, wanted, approver);
            case Remedy.BooksLateMoney(List<Entry> takenBack) -> {
                close(tx, one, takenBack, wanted, approver);
                bookLateMoney(tx, one);
            }
            case Remedy.Waits() -> {
                cases.leave(tx.sql(), one);
                note(tx, one, Act.What.LEFT_TO_PROVIDER, wanted, null);
            }
            case Remedy.DoesNotFit() -> throw new IllegalStateException("refused before");
        }
    }

    private void close(Tx tx, Case one, List<Entry> entries, Proposal wanted, @Nullable UUID approver) {
        String approved = approver == null ? "" : ", approved by " + approver;
        String why = "%s by %s%s: %s".formatted(wanted.resolution(), wanted.by(), approved, wanted.reason());
        UUID correction = ledger.post(
                tx.sql(),
                one.tenant(),
                Subject.reconciliation(one.caseId()),
                Postings.correction(one.caseId(), one.unexplainedBy(), why, entries));
        cases.close(tx.sql(), one, Case.Status.RESOLVED, wanted.resolution(), correction);
        note(tx, one, Act.What.RESOLVED, approver == null ? wanted : wanted.carriedOutBy(approver), correction);
    }

    private void bookLateMoney(Tx tx, Case one) {
        UUID attempt = Objects.requireNonNull(one.sides().movement());
        String transactionId = Objects.requireNonNull(one.sides().transactionId());
        if (!lateMoney.book(tx, attempt, transactionId)) {
            throw ProblemException.conflict("attempt-decided");
        }
    }

    private void note(Tx tx, Case one, Act.What what, Proposal wanted, @Nullable UUID transfer) {
        acts.insert(tx.sql(), one.caseId(), what, wanted.resolution(), wanted.reason(), wanted.by(), transfer);
    }

    private Case openOne(Tx tx, Caller caller, UUID caseId) {
        Case one = visible(caller, cases.findLocked(tx.sql(), caseId)).orElseThrow(Cases::noCase);
        if (!one.open()) {
            throw ProblemException.conflict("case-closed", one.status().name());
        }
        return one;
    }

    private static Remedy remedy(Case one, Resolution resolution) {
        Remedy remedy = Remedies.of(one, resolution);
        if (remedy instanceof Remedy.DoesNotFit) {
            throw ProblemException.conflict(
                    "resolution-does-not-fit",
                    Remedies.listFitting(one).toString().replaceAll("[\\[\\]]", ""));
        }
        return remedy;
    }

    private Seen seen(Tx tx, UUID caseId) {
        return new Seen(cases.find(tx.sql(), caseId).orElseThrow(), acts.list(tx.sql(), caseId));
    }

    private static Optional<Case> visible(Caller caller, Optional<Case> found) {
        return found.filter(one -> CaseAccess.maySee(caller, one));
    }

    private static ProblemException noCase() {
        return ProblemException.notFound("no-case");
    }
}
