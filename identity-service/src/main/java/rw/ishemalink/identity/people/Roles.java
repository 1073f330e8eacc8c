package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.IdentityChange;

/** Grants and revokes roles. A change by others ends the person's logins, so that the next token carries the new roles. */
@Singleton
public class Roles {

    private final UnitOfWork work;
    private final People people;
    private final Affiliation affiliation;
    private final SessionEnds ends;
    private final StandingEvents events;

    Roles(UnitOfWork work, People people, Affiliation affiliation, SessionEnds ends, StandingEvents events) {
        this.work = work;
        this.people = people;
        this.affiliation = affiliation;
        this.ends = ends;
        this.events = events;
    }

    /** Grants a role that one alone may grant; granting it again changes nothing. */
    public Person grant(Caller caller, UUID personId, Role role) {
        return work.call(tx -> {
            Person person = getForUpdate(tx.sql(), personId);
            stopIf(RolePolicy.refuseGrant(caller, person.tenant(), role));
            add(tx, person, role, Optional.empty(), caller.personId());
            return people.find(tx.sql(), person.tenant(), personId).orElseThrow();
        });
    }

    /** The person, whose row is locked, takes a role that two others agreed to. */
    public void take(
            Tx tx, Person person, Role role, Optional<UUID> operatorId, Optional<Agency> agency, UUID approvedBy) {
        operatorId.ifPresent(operator -> affiliation.bind(tx.sql(), person, operator));
        add(tx, people.find(tx.sql(), person.tenant(), person.personId()).orElseThrow(), role, agency, approvedBy);
    }

    /** The caller takes a role that anybody may have; logins stay, the next refresh carries it. */
    public Person take(Caller caller, Role role) {
        stopIf(RolePolicy.refuseTaking(role));
        return work.call(tx -> {
            Person person = people.findForUpdate(tx.sql(), caller.tenant(), caller.personId())
                    .orElseThrow(() -> ProblemException.notFound(RolePolicy.Refusal.NO_SUCH_PERSON.code()));
            if (people.addRole(tx.sql(), person, role, Optional.of(person.personId()))) {
                tell(tx, IdentityChange.ROLE_GRANTED, person, role, Optional.empty(), Optional.empty());
            }
            return people.find(tx.sql(), person.tenant(), person.personId()).orElseThrow();
        });
    }

    /** Revokes a role; revoking one that the person has not changes nothing. */
    public Person revoke(Caller caller, UUID personId, Role role) {
        return work.call(tx -> {
            Person person = getForUpdate(tx.sql(), personId);
            stopIf(RolePolicy.refuseRevocation(caller, person.tenant(), role));
            if (people.removeRole(tx.sql(), person, role)) {
                ends.endAllOf(tx, person.tenant(), personId, SessionEnd.ROLES_CHANGED);
                tell(tx, IdentityChange.ROLE_REVOKED, person, role, Optional.empty(), Optional.of(caller.personId()));
            }
            Person after = people.find(tx.sql(), person.tenant(), personId).orElseThrow();
            if (!RolePolicy.needsOperator(after.roles())) {
                people.setOperator(tx.sql(), after, Optional.empty());
            }
            return people.find(tx.sql(), person.tenant(), personId).orElseThrow();
        });
    }

    private void add(Tx tx, Person person, Role role, Optional<Agency> agency, UUID grantedBy) {
        if (people.addRole(tx.sql(), person, role, agency, Optional.of(grantedBy))) {
            ends.endAllOf(tx, person.tenant(), person.personId(), SessionEnd.ROLES_CHANGED);
            tell(tx, IdentityChange.ROLE_GRANTED, person, role, agency, Optional.of(grantedBy));
        }
    }

    private void tell(
            Tx tx, IdentityChange change, Person person, Role role, Optional<Agency> agency, Optional<UUID> actor) {
        StandingFact fact = StandingFact.of(change)
                .about(
                        role.name(),
                        RolePolicy.isForAnOperator(role) ? person.operatorId() : Optional.empty(),
                        agency.map(Agency::name))
                .identified(person.kyc());
        events.publish(
                tx, person.tenant(), person.personId(), actor.map(fact::by).orElse(fact));
    }

    private Person getForUpdate(Handle sql, UUID personId) {
        return people.findInAnyTenantForUpdate(sql, personId)
                .orElseThrow(() -> ProblemException.notFound(RolePolicy.Refusal.NO_SUCH_PERSON.code()));
    }

    private static void stopIf(Optional<RolePolicy.Refusal> refusal) {
        refusal.ifPresent(because -> {
            throw problem(because);
        });
    }

    private static ProblemException problem(RolePolicy.Refusal because) {
        return switch (because) {
            case NO_SUCH_PERSON -> ProblemException.notFound(because.code());
            case ROLE_ABOVE_CALLER, ROLE_BY_INVITATION, ROLE_NOT_SELF_TAKEN ->
                ProblemException.forbidden(because.code());
            case ROLE_FROM_FLEET, ROLE_NOT_FOR_PEOPLE, ROLE_SELF_TAKEN -> ProblemException.badRequest(because.code());
        };
    }
}
