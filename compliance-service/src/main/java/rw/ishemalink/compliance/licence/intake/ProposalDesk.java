package rw.ishemalink.compliance.licence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.LicenceSweep;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.compliance.licence.intake.DraftCheck.Checked.Good;
import rw.ishemalink.compliance.licence.intake.Proposal.State;
import rw.ishemalink.compliance.licence.store.HolderStore;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.compliance.licence.store.ProposalStore;
import rw.ishemalink.compliance.licence.store.ProposalStore.Decided;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Manual entry. Invariant: nobody approves what they proposed; the database refuses it too. */
@ApplicationScoped
public class ProposalDesk {

    private final UnitOfWork unitOfWork;
    private final ProposalStore proposals;
    private final LicenceWords words;
    private final HolderStore holders;
    private final LicenceSweep sweep;
    private final LicenceClock clock;

    ProposalDesk(
            UnitOfWork unitOfWork,
            ProposalStore proposals,
            LicenceWords words,
            HolderStore holders,
            LicenceSweep sweep,
            LicenceClock clock) {
        this.unitOfWork = unitOfWork;
        this.proposals = proposals;
        this.words = words;
        this.holders = holders;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Proposes an entry. */
    public Proposal propose(Caller caller, Good entry, String reason) {
        Proposal proposal = new Proposal(
                TimeOrderedId.next(),
                entry.question().kind(),
                entry.question(),
                entry.licence(),
                reason,
                caller.personId(),
                clock.now(),
                State.PROPOSED,
                null,
                null,
                null,
                null);
        unitOfWork.run(tx -> proposals.add(tx.sql(), caller.tenant(), proposal, entry.question(), entry.licence()));
        return proposal;
    }

    /**
     * Approves or rejects an entry.
     *
     * @throws ProblemException 404 when there is none, 403 for who proposed it, 409 when it was decided before
     */
    public Proposal decide(Caller caller, UUID proposalId, State state, String reason) {
        return unitOfWork.call(tx -> {
            Proposal proposal = proposals
                    .findForUpdate(tx.sql(), caller.tenant(), proposalId)
                    .orElseThrow(() -> ProblemException.notFound("no-such-proposal"));
            if (proposal.state() != State.PROPOSED) {
                throw ProblemException.conflict(
                        "proposal-decided", proposal.state().name());
            }
            if (proposal.proposedBy().equals(caller.personId())) {
                throw ProblemException.forbidden("four-eyes");
            }
            Instant now = clock.now();
            UUID licenceId = state == State.APPROVED ? enter(tx, caller, proposal, now) : null;
            proposals.decide(tx.sql(), proposalId, new Decided(state, caller.personId(), now, reason), licenceId);
            return proposals
                    .findForUpdate(tx.sql(), caller.tenant(), proposalId)
                    .orElseThrow();
        });
    }

    private UUID enter(Tx tx, Caller caller, Proposal proposal, Instant now) {
        LicenceQuestion question = Objects.requireNonNull(proposal.question(), "question");
        Licence licence = Objects.requireNonNull(proposal.licence(), "licence");
        Said said = new Said(caller.tenant(), question, null, Source.MANUAL, new OnRecord(licence));
        Behind behind = new Behind(now, caller.personId(), proposal.reason());
        holders.findHolders(tx.sql(), words.say(tx.sql(), List.of(said), behind), now);
        tx.afterCommit(sweep::wake);
        return proposals.findLicence(tx.sql(), caller.tenant(), question).orElseThrow();
    }
}
