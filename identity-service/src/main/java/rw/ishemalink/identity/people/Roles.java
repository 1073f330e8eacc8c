package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Grants and revokes roles. A change ends the person's logins, so that the next token carries the new roles. */
@Singleton
public class Roles {

    private final UnitOfWork work;
    private final People people;
    private final Affiliation affiliation;
    private final SessionEnds ends;

    Roles(UnitOfWork work, People people, Affiliation affiliation, SessionEnds ends) {
        this.work = work;
        this.people = people;
        this.affiliation = affiliation;
        this.ends = ends;
    }

    /**
     * Grants a role; granting it again changes nothing.
     *
     * @param operatorId whose staff the person becomes; with OPERATOR required, with DISPATCHER possible
     */
    public Person grant(Caller caller, UUID personId, Role role, Optional<UUID> operatorId) {
        return work.call(tx -> {
            Person person = getForUpdate(tx.sql(), personId);
            stopIf(RolePolicy.refuseGrant(caller, person.tenant(), role, operatorId));
            operatorId.ifPresent(operator -> affiliation.bind(tx.sql(), person, operator));
            if (people.addRole(tx.sql(), person, role, Optional.of(caller.personId()))) {
                ends.endAllOf(tx, person.tenant(), personId, SessionEnd.ROLES_CHANGED);
            }
            return people.find(tx.sql(), person.tenant(), personId).orElseThrow();
        });
    }

    /** Revokes a role; revoking one that the person has not changes nothing. */
    public Person revoke(Caller caller, UUID personId, Role role) {
        return work.call(tx -> {
            Person person = getForUpdate(tx.sql(), personId);
            stopIf(RolePolicy.refuseRevocation(caller, person.tenant(), role));
            if (people.removeRole(tx.sql(), person, role)) {
                ends.endAllOf(tx, person.tenant(), personId, SessionEnd.ROLES_CHANGED);
            }
            Person after = people.find(tx.sql(), person.tenant(), personId).orElseThrow();
            if (!RolePolicy.needsOperator(after.roles())) {
                people.setOperator(tx.sql(), after, Optional.empty());
            }
            return people.find(tx.sql(), person.tenant(), personId).orElseThrow();
        });
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
            case ROLE_ABOVE_CALLER -> ProblemException.forbidden(because.code());
            case ROLE_FROM_FLEET, ROLE_NOT_FOR_PEOPLE, OPERATOR_MISSING, OPERATOR_NOT_FOR_ROLE ->
                ProblemException.badRequest(because.code());
        };
    }
}
