package rw.ishemalink.identity.invitation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.people.Agency;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.PersonSeal;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Invitations in the database, timed by its clock: one that is past its time is expired, swept or not. */
@Singleton
class InvitationStore {

    private static final String SELECT = """
            select i.*, p.phone,
                   case when i.closed_at is null and i.expires_at <= now() then 'EXPIRED' else i.state end as stands
            from invitation i join person p using (tenant, person_id)
            """;

    private final RowMapper<Invitation> invitation;
    private final Duration validity;

    InvitationStore(PersonSeal seal, IdentityConfig config) {
        this.validity = config.invitations().validity();
        this.invitation = (row, context) -> {
            UUID personId = row.getObject("person_id", UUID.class);
            return new Invitation(
                    row.getObject("invitation_id", UUID.class),
                    row.getString("tenant"),
                    personId,
                    seal.findPhone(personId, row),
                    Role.valueOf(row.getString("role")),
                    Optional.ofNullable(row.getObject("operator_id", UUID.class)),
                    Optional.ofNullable(row.getString("agency")).map(Agency::valueOf),
                    InvitationState.valueOf(row.getString("stands")),
                    row.getObject("invited_by", UUID.class),
                    Optional.ofNullable(row.getObject("approved_by", UUID.class)),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant());
        };
    }

    /** A new invitation; empty when one to that role is open. One that is past its time makes way. */
    Optional<UUID> insert(Handle sql, Proposal proposal, Person person, UUID invitedBy) {
        sql.createUpdate("""
                        update invitation set state = 'EXPIRED', closed_at = now()
                        where person_id = :personId and role = :role and closed_at is null and expires_at <= now()""")
                .bind("personId", person.personId())
                .bind("role", proposal.role().name())
                .execute();
        return sql.createQuery("""
                        insert into invitation
                          (invitation_id, tenant, person_id, role, operator_id, agency, invited_by, expires_at)
                        values (:id, :tenant, :personId, :role, :operatorId, :agency, :invitedBy, now() + :validity)
                        on conflict (person_id, role) where closed_at is null do nothing
                        returning invitation_id""")
                .bind("id", TimeOrderedId.next())
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .bind("role", proposal.role().name())
                .bind("operatorId", proposal.operatorId())
                .bind("agency", proposal.agency().map(Agency::name))
                .bind("invitedBy", invitedBy)
                .bind("validity", validity)
                .mapTo(UUID.class)
                .findOne();
    }

    Optional<Invitation> find(Handle sql, UUID invitationId) {
        return sql.createQuery(SELECT + "where i.invitation_id = :id")
                .bind("id", invitationId)
                .map(invitation)
                .findOne();
    }

    Optional<Invitation> findForUpdate(Handle sql, UUID invitationId) {
        return sql.createQuery(SELECT + "where i.invitation_id = :id for update of i")
                .bind("id", invitationId)
                .map(invitation)
                .findOne();
    }

    /** One that is past its time, locked; those that another instance holds are passed over. */
    Optional<Invitation> findDueForUpdate(Handle sql) {
        return sql.createQuery(SELECT + """
                        where i.closed_at is null and i.expires_at <= now()
                        order by i.expires_at limit 1 for update of i skip locked""").map(invitation).findOne();
    }

    /** Those within somebody's reach, newest first. */
    List<Invitation> list(Handle sql, InvitationReach reach, Optional<UUID> before, int limit) {
        return sql.createQuery(SELECT + """
                        where (cast(:tenant as text) is null or i.tenant = :tenant)
                          and (cast(:operatorId as uuid) is null or i.operator_id = :operatorId and i.role = 'DISPATCHER')
                          and (cast(:before as uuid) is null or i.invitation_id < :before)
                        order by i.invitation_id desc limit :limit""")
                .bind("tenant", reach.tenant())
                .bind("operatorId", reach.operatorId())
                .bind("before", before)
                .bind("limit", limit)
                .map(invitation)
                .list();
    }

    /** What waits for the person's own answer. */
    List<Invitation> listFor(Handle sql, String tenant, UUID personId) {
        return sql.createQuery(SELECT + """
                        where i.tenant = :tenant and i.person_id = :personId
                          and i.state = 'APPROVED' and i.expires_at > now()
                        order by i.invitation_id""")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .map(invitation)
                .list();
    }

    /** In whose name it comes: the operator's, else the brand's. */
    String getInvitingName(Handle sql, Invitation invitation) {
        return sql.createQuery("""
                        select coalesce(o.name, t.name)
                        from tenant t left join operator o on o.tenant = t.tenant and o.operator_id = :operatorId
                        where t.tenant = :tenant""")
                .bind("operatorId", invitation.operatorId())
                .bind("tenant", invitation.tenant())
                .mapTo(String.class)
                .one();
    }

    void approve(Handle sql, Invitation approved, UUID approvedBy) {
        sql.createUpdate(
                        "update invitation set state = 'APPROVED', approved_by = :approvedBy where invitation_id = :id")
                .bind("approvedBy", approvedBy)
                .bind("id", approved.invitationId())
                .execute();
    }

    void close(Handle sql, Invitation over, InvitationState state) {
        sql.createUpdate("update invitation set state = :state, closed_at = now() where invitation_id = :id")
                .bind("state", state.name())
                .bind("id", over.invitationId())
                .execute();
    }
}
