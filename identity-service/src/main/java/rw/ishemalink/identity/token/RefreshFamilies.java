package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Refresh tokens in the database. The family's row is locked before any of its tokens is touched. */
@Singleton
public class RefreshFamilies {

    /** Why a family ended before its time. */
    public enum End {
        LOGOUT,
        REUSE,
        ROLES_CHANGED,
        ERASED
    }

    private static final RowMapper<RefreshFamily> FAMILY = (row, context) -> new RefreshFamily(
            row.getObject("family_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getString("tenant"),
            row.getBoolean("ended"),
            row.getBoolean("token_rotated"));

    private final Duration lifetime;

    RefreshFamilies(IdentityConfig config) {
        this.lifetime = config.tokens().refreshLifetime();
    }

    /** A new login's first token; what the person left behind long ago is cleared away. */
    RefreshToken open(Handle sql, String tenant, UUID personId) {
        sql.createUpdate("delete from refresh_family where person_id = :personId and expires_at < now()")
                .bind("personId", personId)
                .execute();
        UUID familyId = TimeOrderedId.next();
        sql.createUpdate("""
                        insert into refresh_family (family_id, person_id, tenant, expires_at)
                        values (:familyId, :personId, :tenant, now() + :lifetime)""")
                .bind("familyId", familyId)
                .bind("personId", personId)
                .bind("tenant", tenant)
                .bind("lifetime", lifetime)
                .execute();
        return addToken(sql, familyId);
    }

    /** The family that a token belongs to, locked. */
    Optional<RefreshFamily> findForUpdate(Handle sql, RefreshToken token) {
        return lockFamily(sql, token).flatMap(familyId -> sql.createQuery("""
                        select f.family_id, f.person_id, f.tenant, t.rotated_at is not null as token_rotated,
                               f.revoked_at is not null or f.expires_at <= now() as ended
                        from refresh_family f join refresh_token t using (family_id)
                        where f.family_id = :familyId and t.token_hash = :hash""")
                .bind("familyId", familyId)
                .bind("hash", token.hash())
                .map(FAMILY)
                .findOne());
    }

    /** The lock comes first, as a statement of its own, so that the next one sees what the winner of a race left. */
    private static Optional<UUID> lockFamily(Handle sql, RefreshToken token) {
        return sql.createQuery("""
                        select family_id from refresh_family
                        where family_id = (select family_id from refresh_token where token_hash = :hash)
                        for update""").bind("hash", token.hash()).mapTo(UUID.class).findOne();
    }

    /** The next token of the family; the current one is from now on a rotated one. */
    RefreshToken rotate(Handle sql, UUID familyId) {
        sql.createUpdate(
                        "update refresh_token set rotated_at = now() where family_id = :familyId and rotated_at is null")
                .bind("familyId", familyId)
                .execute();
        sql.createUpdate("update refresh_family set expires_at = now() + :lifetime where family_id = :familyId")
                .bind("familyId", familyId)
                .bind("lifetime", lifetime)
                .execute();
        return addToken(sql, familyId);
    }

    void revoke(Handle sql, UUID familyId, End because) {
        sql.createUpdate("""
                        update refresh_family set revoked_at = now(), revoked_because = :because
                        where family_id = :familyId and revoked_at is null""")
                .bind("familyId", familyId)
                .bind("because", because.name())
                .execute();
    }

    /** Ends every login of a person, wherever it is. */
    public void revokeAllOf(Handle sql, UUID personId, End because) {
        sql.createUpdate("""
                        update refresh_family set revoked_at = now(), revoked_because = :because
                        where person_id = :personId and revoked_at is null""")
                .bind("personId", personId)
                .bind("because", because.name())
                .execute();
    }

    private static RefreshToken addToken(Handle sql, UUID familyId) {
        RefreshToken token = RefreshToken.next();
        sql.createUpdate("insert into refresh_token (token_hash, family_id) values (:hash, :familyId)")
                .bind("hash", token.hash())
                .bind("familyId", familyId)
                .execute();
        return token;
    }
}
