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

    /** From now on the person belongs to the operator; 404 when there is none, 409 when it is another already. */
    public void bind(Handle sql, Person person, UUID operatorId) {
        if (!exists(sql, person.tenant(), operatorId)) {
            throw ProblemException.notFound("no-such-operator");
        }
        if (person.operatorId().isPresent() && !person.operatorId().get().equals(operatorId)) {
            throw ProblemException.conflict("works-for-another-operator");
        }
        people.setOperator(sql, person, Optional.of(operatorId));
    }

    private static boolean exists(Handle sql, String tenant, UUID operatorId) {
        return sql.createQuery(
                        "select exists (select 1 from operator where tenant = :tenant and operator_id = :operatorId)")
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .mapTo(Boolean.class)
                .one();
    }
}
