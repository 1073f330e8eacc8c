package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Operators of a tenant. */
@Singleton
public class Operators {

    private static final RowMapper<Operator> OPERATOR = (row, context) ->
            new Operator(row.getObject("operator_id", UUID.class), row.getString("name"), row.getString("tin"));

    private final UnitOfWork work;

    Operators(UnitOfWork work) {
        this.work = work;
    }

    /** A new operator; 409 when the tenant has one with that TIN, 404 when another issuer names a tenant that is none. */
    public Operator create(String tenant, String name, String tin) {
        Operator operator = new Operator(TimeOrderedId.next(), name, tin);
        boolean isNew = work.call(tx -> {
            Tenants.check(tx.sql(), tenant);
            return insert(tx.sql(), tenant, operator) > 0;
        });
        if (!isNew) {
            throw ProblemException.conflict("operator-exists", tin);
        }
        return operator;
    }

    private static int insert(Handle sql, String tenant, Operator operator) {
        return sql.createUpdate("""
                        insert into operator (operator_id, tenant, name, tin)
                        values (:operatorId, :tenant, :name, :tin) on conflict (tenant, tin) do nothing""")
                .bind("operatorId", operator.operatorId())
                .bind("tenant", tenant)
                .bind("name", operator.name())
                .bind("tin", operator.tin())
                .execute();
    }

    /** The operators within the boundary, oldest first. */
    public List<Operator> list(FleetBoundary boundary) {
        return work.read(sql -> sql.createQuery("select * from operator where tenant = :tenant order by operator_id")
                .bind("tenant", boundary.tenant())
                .map(OPERATOR)
                .filter(operator -> boundary.contains(operator.operatorId()))
                .list());
    }
}
