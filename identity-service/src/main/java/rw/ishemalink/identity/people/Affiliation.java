package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.problem.ProblemException;

/** Which operator a person belongs to: at most one, and one of the same tenant. */
@Singleton
public class Affiliation {

    private final People people;

    Affiliation(People people) {
        this.people = people;
    }

    /** From now on the person belongs to the operator; 404 when there is none, 409 when it is suspended or the person is another's. */
    public void bind(Handle sql, Person person, UUID operatorId) {
        check(sql, person.tenant(), operatorId);
        if (person.operatorId().isPresent() && !person.operatorId().get().equals(operatorId)) {
            throw ProblemException.conflict("works-for-another-operator");
        }
        people.setOperator(sql, person, Optional.of(operatorId));
    }

    /** Stops with 404 when the tenant has no such operator, with 409 when it is suspended. */
    public void check(Handle sql, String tenant, UUID operatorId) {
        boolean active = sql.createQuery(
                        "select status = 'ACTIVE' from operator where tenant = :tenant and operator_id = :operatorId")
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(() -> ProblemException.notFound("no-such-operator"));
        if (!active) {
            throw ProblemException.conflict("operator-suspended");
        }
    }
}
