package rw.ishemalink.payment.reconciling.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.reconciling.Act;
import rw.ishemalink.payment.reconciling.Act.What;
import rw.ishemalink.payment.reconciling.Resolution;

/** The history of cases, which only grows. */
@ApplicationScoped
public class ActStore {

    private static final String INSERT = """
            insert into reconciliation_act (case_id, act, resolution, reason, person, transfer_id)
            values (:caseId, :act, :resolution, :reason, :person, :transferId)""";

    /** Reconciliation itself opened or closed a case with that transfer. */
    public void insert(Handle sql, UUID caseId, What what, UUID transferId) {
        insert(sql, caseId, what, null, null, null, transferId);
    }

    /** A person did something about a case. */
    public void insert(
            Handle sql,
            UUID caseId,
            What what,
            @Nullable Resolution resolution,
            @Nullable String reason,
            @Nullable UUID person,
            @Nullable UUID transferId) {
        sql.createUpdate(INSERT)
                .bind("caseId", caseId)
                .bind("act", what.name())
                .bind("resolution", resolution == null ? null : resolution.name())
                .bind("reason", reason)
                .bind("person", person)
                .bind("transferId", transferId)
                .execute();
    }

    /** All of a case, oldest first. */
    public List<Act> list(Handle sql, UUID caseId) {
        return sql.createQuery("select * from reconciliation_act where case_id = :caseId order by act_id")
                .bind("caseId", caseId)
                .map(ActStore::act)
                .list();
    }

    private static Act act(ResultSet row, StatementContext context) throws SQLException {
        String resolution = row.getString("resolution");
        return new Act(
                What.valueOf(row.getString("act")),
                resolution == null ? null : Resolution.valueOf(resolution),
                row.getString("reason"),
                row.getObject("person", UUID.class),
                row.getObject("transfer_id", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
