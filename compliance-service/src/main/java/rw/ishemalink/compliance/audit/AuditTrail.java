package rw.ishemalink.compliance.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The trail; the database itself refuses to change or delete what is on it. */
@ApplicationScoped
public class AuditTrail {

    private static final String ADD = """
            insert into audit_entry (event_id, tenant, booking_id, type, occurred_at, sequence, actor_role,
                                     from_status, to_status, reason)
            values (:eventId, :tenant, :bookingId, :type, :occurredAt, :sequence, :actorRole,
                    :fromStatus, :toStatus, :reason)""";

    private static final String LIST = """
            select event_id, tenant, booking_id, type, occurred_at, sequence, actor_role, from_status, to_status, reason
              from audit_entry where tenant = :tenant and booking_id = :bookingId order by occurred_at, entry_id""";

    /** Adds an entry, in the transaction of what it tells of. */
    public void add(Handle sql, AuditEntry entry) {
        sql.createUpdate(ADD).bindMethods(entry).execute();
    }

    /** Everything that happened to the booking, in order of time; empty when nothing did, or not in that tenant. */
    public List<AuditEntry> list(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery(LIST)
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(AuditEntry.class))
                .list();
    }
}
