package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Logins and their refresh tokens in the database. The family's row is locked before any of its tokens is touched. */
@Singleton
class RefreshFamilies {

    private static final RowMapper<RefreshFamily> FAMILY = (row, context) -> new RefreshFamily(
            row.getObject("family_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getString("tenant"),
            Optional.ofNullable(row.getString("client_id")),
            scopes(row),
            row.getTimestamp("created_at").toInstant(),
            row.getBoolean("ended"),
            row.getBoolean("token_rotated"));

    private static final RowMapper<Session> SESSION = (row, context) -> new Session(
            row.getObject("family_id", UUID.class),
            Optional.ofNullable(row.getString("device_name")),
            Optional.ofNullable(row.getString("client_id")),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("last_used_at").toInstant(),
            row.getTimestamp("expires_at").toInstant());

    private static final RowMapper<EndedSession> ENDED = (row, context) -> new EndedSession(
            row.getObject("family_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getString("tenant"),
            row.getBoolean("tokens_live"));

    private static final String OPEN = "revoked_at is null and expires_at > now()";

    private final Duration lifetime;
    private final Duration accessLifetime;

    RefreshFamilies(IdentityConfig config) {
        this.lifetime = config.tokens().refreshLifetime();
        this.accessLifetime = config.tokens().accessLifetime();
    }

    /** A new login's first token. */
    record Opened(UUID familyId, RefreshToken token) {}

    /** A new login; what the person left behind long ago is cleared away. */
    Opened open(Handle sql, String tenant, UUID personId, SessionStart start) {
        sql.createUpdate("delete from refresh_family where person_id = :personId and expires_at < now()")
                .bind("personId", personId)
                .execute();
        UUID familyId = TimeOrderedId.next();
        sql.createUpdate("""
                        insert into refresh_family (
                          family_id, person_id, tenant, client_id, scopes, device_name, created_at, expires_at)
                        values (
                          :familyId, :personId, :tenant, :clientId, :scopes, :deviceName,
                          coalesce(cast(:loggedInAt as timestamptz), now()), now() + :lifetime)""")
                .bind("familyId", familyId)
                .bind("personId", personId)
                .bind("tenant", tenant)
                .bind("clientId", start.clientId())
                .bindArray(
                        "scopes", String.class, start.scopes().stream().sorted().toList())
                .bind("deviceName", start.deviceName())
                .bind("loggedInAt", start.loggedInAt().map(at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC)))
                .bind("lifetime", lifetime)
                .execute();
        return new Opened(familyId, addToken(sql, familyId));
    }

    /** The family that a token belongs to, locked. */
    Optional<RefreshFamily> findForUpdate(Handle sql, RefreshToken token) {
        return lockFamily(sql, token).flatMap(familyId -> find(sql, token));
    }

    /** The family that a token belongs to. */
    Optional<RefreshFamily> find(Handle sql, RefreshToken token) {
        return sql.createQuery("""
                        select f.*, t.rotated_at is not null as token_rotated,
                               f.revoked_at is not null or f.expires_at <= now() as ended
                        from refresh_family f join refresh_token t using (family_id)
                        where t.token_hash = :hash""").bind("hash", token.hash()).map(FAMILY).findOne();
    }

    /** The lock comes first, as a statement of its own, so that the next one sees what the winner of a race left. */
    private static Optional<UUID> lockFamily(Handle sql, RefreshToken token) {
        return sql.createQuery("""
                        select family_id from refresh_family
                        where family_id = (select family_id from refresh_token where token_hash = :hash)
                        for update""").bind("hash", token.hash()).mapTo(UUID.class).findOne();
    }

    /** A person's open logins, the one that was used last first. */
    List<Session> listOpen(Handle sql, String tenant, UUID personId) {
        return sql.createQuery("select * from refresh_family where tenant = :tenant and person_id = :personId and "
                        + OPEN + " order by last_used_at desc, family_id")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .map(SESSION)
                .list();
    }

    boolean isOpen(Handle sql, UUID familyId) {
        return sql.createQuery(
                        "select exists (select 1 from refresh_family where family_id = :familyId and " + OPEN + ")")
                .bind("familyId", familyId)
                .mapTo(Boolean.class)
                .one();
    }

    /** The next token of the family; the current one is from now on a rotated one. */
    RefreshToken rotate(Handle sql, UUID familyId) {
        sql.createUpdate("update refresh_token set rotated_at = now() where family_id = :familyId and rotated_at is"
                        + " null")
                .bind("familyId", familyId)
                .execute();
        sql.createUpdate("""
                        update refresh_family set expires_at = now() + :lifetime, last_used_at = now()
                        where family_id = :familyId""")
                .bind("familyId", familyId)
                .bind("lifetime", lifetime)
                .execute();
        return addToken(sql, familyId);
    }

    /** Ends one login of a person; empty when it is none of theirs or over. */
    Optional<EndedSession> end(Handle sql, UUID personId, UUID familyId, SessionEnd because) {
        return ended(sql, "person_id = :personId and family_id = :familyId", because)
                .bind("personId", personId)
                .bind("familyId", familyId)
                .map(ENDED)
                .findOne();
    }

    /** Ends the logins of people, wherever they are. */
    List<EndedSession> endAllOf(Handle sql, Collection<UUID> people, SessionEnd because) {
        return ended(sql, "person_id = any (:people)", because)
                .bindArray("people", UUID.class, people.toArray())
                .map(ENDED)
                .list();
    }

    /** Ends the logins of a person but that one. */
    List<EndedSession> endOthers(Handle sql, UUID personId, UUID kept, SessionEnd because) {
        return ended(sql, "person_id = :personId and family_id <> :kept", because)
                .bind("personId", personId)
                .bind("kept", kept)
                .map(ENDED)
                .list();
    }

    /** Ends the logins that came of a client. */
    List<EndedSession> endAllOfClient(Handle sql, String clientId, SessionEnd because) {
        return ended(sql, "client_id = :clientId", because)
                .bind("clientId", clientId)
                .map(ENDED)
                .list();
    }

    /** Rows are locked in the order of their ids: two who end some of the same do not lock each other out. */
    private Query ended(Handle sql, String which, SessionEnd because) {
        return sql.createQuery("""
                        with meant as (
                          select family_id from refresh_family where %s and revoked_at is null
                          order by family_id for update)
                        update refresh_family f set revoked_at = now(), revoked_because = :because
                        from meant where f.family_id = meant.family_id
                        returning f.family_id, f.person_id, f.tenant, f.last_used_at > now() - :accessLifetime as tokens_live""".formatted(which))
                .bind("because", because.name())
                .bind("accessLifetime", accessLifetime);
    }

    /** Everybody of a tenant who is logged in. */
    List<UUID> listPeopleIn(Handle sql, String tenant) {
        return sql.createQuery("""
                        select distinct person_id from refresh_family
                        where tenant = :tenant and revoked_at is null and expires_at > now() order by person_id""").bind("tenant", tenant).mapTo(UUID.class).list();
    }

    private static RefreshToken addToken(Handle sql, UUID familyId) {
        RefreshToken token = RefreshToken.next();
        sql.createUpdate("insert into refresh_token (token_hash, family_id) values (:hash, :familyId)")
                .bind("hash", token.hash())
                .bind("familyId", familyId)
                .execute();
        return token;
    }

    private static Set<String> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
