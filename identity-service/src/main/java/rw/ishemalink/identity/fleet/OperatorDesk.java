package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** One operator: whom to call there, whether it works on the platform, and who works there. */
@Singleton
public class OperatorDesk {

    private final UnitOfWork work;
    private final People people;
    private final OperatorSeal seal;
    private final RowMapper<OperatorProfile> profile;

    OperatorDesk(UnitOfWork work, People people, OperatorSeal seal) {
        this.work = work;
        this.people = people;
        this.seal = seal;
        this.profile = (row, context) -> {
            UUID operatorId = row.getObject("operator_id", UUID.class);
            return new OperatorProfile(
                    new Operator(operatorId, row.getString("name"), row.getString("tin")),
                    OperatorStatus.valueOf(row.getString("status")),
                    seal.open(operatorId, row));
        };
    }

    /** The operator, within the caller's boundary. */
    public OperatorProfile get(Caller caller, UUID operatorId) {
        return work.read(sql -> find(sql, caller, operatorId)).orElseThrow(OperatorDesk::noSuchOperator);
    }

    /** Whom to call from now on. */
    public OperatorProfile contact(Caller caller, UUID operatorId, OperatorContact contact) {
        return work.call(tx -> {
            check(tx.sql(), caller, operatorId);
            tx.sql()
                    .createUpdate("update operator set phone = :phone, email = :email where operator_id = :operatorId")
                    .bind("phone", seal.phone(operatorId, contact))
                    .bind("email", seal.email(operatorId, contact))
                    .bind("operatorId", operatorId)
                    .execute();
            return find(tx.sql(), caller, operatorId).orElseThrow(OperatorDesk::noSuchOperator);
        });
    }

    /** Whether it works on the platform from now on. */
    public OperatorProfile set(Caller caller, UUID operatorId, OperatorStatus status) {
        return work.call(tx -> {
            check(tx.sql(), caller, operatorId);
            tx.sql()
                    .createUpdate("update operator set status = :status where operator_id = :operatorId")
                    .bind("status", status.name())
                    .bind("operatorId", operatorId)
                    .execute();
            return find(tx.sql(), caller, operatorId).orElseThrow(OperatorDesk::noSuchOperator);
        });
    }

    /** Who works there, drivers included. */
    public List<Person> listStaff(Caller caller, UUID operatorId, Optional<UUID> after, int limit) {
        return work.read(sql -> {
            check(sql, caller, operatorId);
            return people.listOf(sql, caller.tenant(), operatorId, after, limit);
        });
    }

    private void check(Handle sql, Caller caller, UUID operatorId) {
        if (find(sql, caller, operatorId).isEmpty()) {
            throw noSuchOperator();
        }
    }

    private Optional<OperatorProfile> find(Handle sql, Caller caller, UUID operatorId) {
        FleetBoundary boundary = FleetBoundary.of(caller);
        return sql.createQuery("select * from operator where tenant = :tenant and operator_id = :operatorId")
                .bind("tenant", boundary.tenant())
                .bind("operatorId", operatorId)
                .map(profile)
                .findOne()
                .filter(it -> boundary.contains(operatorId));
    }

    private static ProblemException noSuchOperator() {
        return ProblemException.notFound("no-such-operator");
    }
}
