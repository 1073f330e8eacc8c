package rw.ishemalink.identity.invitation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.deadline.Deadline;
import rw.ishemalink.identity.invitation.InvitationPolicy.Act;
import rw.ishemalink.identity.people.Affiliation;
import rw.ishemalink.identity.people.Messages;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Roles;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** Invitations from proposal to answer. */
@Singleton
public class Invitations implements Deadline {

    private final UnitOfWork work;
    private final InvitationStore store;
    private final People people;
    private final Affiliation affiliation;
    private final Roles roles;
    private final Messages messages;
    private final InvitationFacts facts;

    Invitations(
            UnitOfWork work,
            InvitationStore store,
            People people,
            Affiliation affiliation,
            Roles roles,
            Messages messages,
            InvitationFacts facts) {
        this.work = work;
        this.store = store;
        this.people = people;
        this.affiliation = affiliation;
        this.roles = roles;
        this.messages = messages;
        this.facts = facts;
    }

    /** Proposes somebody; another has to approve before they hear of it. */
    public Invitation propose(Caller caller, Proposal proposal) {
        InvitationProblems.stopIf(InvitationPolicy.refuseProposal(caller, proposal));
        return work.call(tx -> {
            Tenants.check(tx.sql(), proposal.tenant());
            proposal.operatorId().ifPresent(id -> affiliation.check(tx.sql(), proposal.tenant(), id));
            Person person = people.reserve(tx.sql(), proposal.tenant(), proposal.phone());
            if (person.personId().equals(caller.personId())) {
                throw ProblemException.forbidden("four-eyes");
            }
            if (person.roles().contains(proposal.role())) {
                throw ProblemException.conflict("role-held-already");
            }
            Invitation proposed = store.insert(tx.sql(), proposal, person, caller.personId())
                    .flatMap(id -> store.find(tx.sql(), id))
                    .orElseThrow(() -> ProblemException.conflict("invitation-exists"));
            facts.tell(tx, IdentityChange.INVITED, proposed, Optional.of(caller), Optional.empty());
            return proposed;
        });
    }

    /** The second pair of eyes: from now on the invited knows. */
    public Invitation approve(Caller caller, UUID invitationId) {
        return act(caller, invitationId, Act.APPROVE, (tx, invitation) -> {
            store.approve(tx.sql(), invitation, caller.personId());
            facts.tell(tx, IdentityChange.INVITATION_APPROVED, invitation, Optional.of(caller), Optional.empty());
            messages.send(
                    tx,
                    getPerson(tx, invitation),
                    RequestedTemplate.INVITATION,
                    Map.of("role", invitation.role().name(), "by", store.getInvitingName(tx.sql(), invitation)));
        });
    }

    /** The second pair of eyes says no, or the invited does. */
    public Invitation refuse(Caller caller, UUID invitationId) {
        return act(caller, invitationId, Act.REFUSE, (tx, invitation) -> {
            store.close(tx.sql(), invitation, InvitationState.REFUSED);
            facts.tell(tx, IdentityChange.INVITATION_REFUSED, invitation, Optional.of(caller), Optional.empty());
        });
    }

    /** Takes an open invitation back. */
    public Invitation withdraw(Caller caller, UUID invitationId) {
        return act(caller, invitationId, Act.WITHDRAW, (tx, invitation) -> {
            store.close(tx.sql(), invitation, InvitationState.WITHDRAWN);
            facts.tell(
                    tx, IdentityChange.INVITATION_REFUSED, invitation, Optional.of(caller), Optional.of("WITHDRAWN"));
        });
    }

    /** The invited takes the role; their logins end, so that the next one carries it. */
    public Invitation accept(Caller caller, UUID invitationId) {
        return act(caller, invitationId, Act.ACCEPT, (tx, invitation) -> {
            store.close(tx.sql(), invitation, InvitationState.ACCEPTED);
            roles.take(
                    tx,
                    getPerson(tx, invitation),
                    invitation.role(),
                    invitation.operatorId(),
                    invitation.agency(),
                    invitation.approvedBy().orElseThrow());
        });
    }

    /** Those that the caller's office has to do with, newest first. */
    public List<Invitation> list(Caller caller, Optional<UUID> before, int limit) {
        InvitationReach reach = InvitationReach.of(caller);
        return work.read(sql -> store.list(sql, reach, before, limit));
    }

    /** What waits for the caller's own answer. */
    public List<Invitation> listOwn(Caller caller) {
        return work.read(sql -> store.listFor(sql, caller.tenant(), caller.personId()));
    }

    @Override
    public boolean meetOne() {
        return work.call(tx -> {
            Optional<Invitation> due = store.findDueForUpdate(tx.sql());
            due.ifPresent(invitation -> {
                store.close(tx.sql(), invitation, InvitationState.EXPIRED);
                facts.tell(tx, IdentityChange.INVITATION_EXPIRED, invitation, Optional.empty(), Optional.empty());
            });
            return due.isPresent();
        });
    }

    private interface Effect {
        void on(Tx tx, Invitation invitation);
    }

    private Invitation act(Caller caller, UUID invitationId, Act act, Effect effect) {
        return work.call(tx -> {
            Invitation invitation = store.findForUpdate(tx.sql(), invitationId)
                    .orElseThrow(() -> ProblemException.notFound("no-such-invitation"));
            InvitationProblems.stopIf(InvitationPolicy.refuse(act, caller, invitation));
            effect.on(tx, invitation);
            return store.find(tx.sql(), invitationId).orElseThrow();
        });
    }

    private Person getPerson(Tx tx, Invitation invitation) {
        return people.findForUpdate(tx.sql(), invitation.tenant(), invitation.personId())
                .orElseThrow(() -> ProblemException.notFound("no-such-invitation"));
    }
}
