package rw.ishemalink.identity.recovery;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Recoveries in the database, timed by its clock. */
@Singleton
class RecoveryStore {

    private final RecoverySeal seal;
    private final IdentityConfig.Recovery config;
    private final RowMapper<Recovery> recovery;

    RecoveryStore(RecoverySeal seal, IdentityConfig config) {
        this.seal = seal;
        this.config = config.recovery();
        this.recovery = (row, context) -> {
            UUID recoveryId = row.getObject("recovery_id", UUID.class);
            return new Recovery(
                    recoveryId,
                    row.getString("tenant"),
                    row.getObject("person_id", UUID.class),
                    seal.findPhone(recoveryId, row),
                    RecoveryState.valueOf(row.getString("state")),
                    row.getTimestamp("asked_at").toInstant(),
                    row.getTimestamp("moves_after").toInstant(),
                    row.getTimestamp("expires_at").toInstant());
        };
    }

    /** Counts a try to name the person's document; false when within a day there were too many. The person is locked. */
    boolean countTry(Handle sql, Person person) {
        int tries = sql.createQuery("""
                        update person set
                          recovery_tries = case when recovery_since > now() - interval '1 day'
                                                then least(recovery_tries + 1, 1000) else 1 end,
                          recovery_since = case when recovery_since > now() - interval '1 day'
                                                then recovery_since else now() end
                        where tenant = :tenant and person_id = :personId
                        returning recovery_tries""")
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .mapTo(Integer.class)
                .one();
        return tries <= config.triesPerDay();
    }

    /** A new one; empty when one of the person's is open. */
    Optional<UUID> insert(Handle sql, Person person, Phone newPhone) {
        UUID recoveryId = TimeOrderedId.next();
        return sql.createQuery("""
                        insert into recovery (recovery_id, tenant, person_id, phone, moves_after, expires_at)
                        values (:recoveryId, :tenant, :personId, :phone, now() + :patience, now() + :validity)
                        on conflict (person_id) where closed_at is null do nothing returning recovery_id""")
                .bind("recoveryId", recoveryId)
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .bind("phone", seal.seal(recoveryId, newPhone))
                .bind("patience", config.patience())
                .bind("validity", config.validity())
                .mapTo(UUID.class)
                .findOne();
    }

    /** Those of a tenant, or of all, that wait; oldest first. */
    List<Recovery> listOpen(Handle sql, Optional<String> tenant, int limit) {
        return sql.createQuery("""
                        select * from recovery
                        where closed_at is null and expires_at > now() and (cast(:tenant as text) is null or tenant = :tenant)
                        order by recovery_id limit :limit""")
                .bind("tenant", tenant)
                .bind("limit", limit)
                .map(recovery)
                .list();
    }

    Optional<Recovery> findOpenOf(Handle sql, String tenant, UUID personId) {
        return sql.createQuery(
                        "select * from recovery where tenant = :tenant and person_id = :personId and closed_at is null")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .map(recovery)
                .findOne();
    }

    Optional<Recovery> findOpenForUpdate(Handle sql, UUID recoveryId) {
        return sql.createQuery("""
                        select * from recovery
                        where recovery_id = :recoveryId and closed_at is null and expires_at > now() for update""").bind("recoveryId", recoveryId).map(recovery).findOne();
    }

    /** One whose time has come, to move or to end, locked; those that another instance holds are passed over. */
    Optional<Recovery> findDueForUpdate(Handle sql) {
        return sql.createQuery("""
                        select * from recovery
                        where closed_at is null
                          and (expires_at <= now() or (state = 'APPROVED' and moves_after <= now()))
                        limit 1 for update skip locked""").map(recovery).findOne();
    }

    void approve(Handle sql, Recovery approved, UUID approvedBy) {
        sql.createUpdate("""
                        update recovery set state = 'APPROVED', approved_by = :by, approved_at = now()
                        where recovery_id = :recoveryId""")
                .bind("by", approvedBy)
                .bind("recoveryId", approved.recoveryId())
                .execute();
    }

    /** It is over, and forgets the new phone. */
    void close(Handle sql, Recovery over, RecoveryState state, Optional<UUID> closedBy) {
        sql.createUpdate("""
                        update recovery set state = :state, closed_at = now(), closed_by = :by, phone = null
                        where recovery_id = :recoveryId""")
                .bind("state", state.name())
                .bind("by", closedBy)
                .bind("recoveryId", over.recoveryId())
                .execute();
    }

    /** Codes that are on their way to the old phone are good for nothing any more. */
    void spendCodes(Handle sql, Person person) {
        sql.createUpdate("update one_time_code set used_at = now() where person_id = :personId and used_at is null")
                .bind("personId", person.personId())
                .execute();
    }
}
