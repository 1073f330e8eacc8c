package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.kit.caller.Role;

/** Clients in the database. */
@Singleton
class ClientStore {

    private static final RowMapper<OAuthClient> CLIENT = (row, context) -> new OAuthClient(
            row.getString("client_id"),
            row.getObject("subject_id", UUID.class),
            row.getString("tenant"),
            row.getString("name"),
            row.getBytes("secret_hash") != null,
            texts(row, "grants").stream().map(GrantType::ofStored).collect(Collectors.toUnmodifiableSet()),
            texts(row, "redirect_uris"),
            texts(row, "after_logout_uris"),
            texts(row, "scopes").stream().collect(Collectors.toUnmodifiableSet()),
            Optional.ofNullable(row.getString("role")).map(Role::valueOf),
            Optional.ofNullable(row.getString("agency")),
            row.getBoolean("trusted"),
            row.getTimestamp("created_at").toInstant(),
            Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));

    /** A client that has not ended, with the hash of its secret. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time only
    record Known(OAuthClient client, Optional<byte[]> secretHash) {}

    Optional<Known> findActive(Handle sql, String clientId) {
        return sql.createQuery("select * from oauth_client where client_id = :clientId and ended_at is null")
                .bind("clientId", clientId)
                .map((row, context) ->
                        new Known(CLIENT.map(row, context), Optional.ofNullable(row.getBytes("secret_hash"))))
                .findOne();
    }

    List<OAuthClient> listAll(Handle sql) {
        return sql.createQuery("select * from oauth_client order by client_id")
                .map(CLIENT)
                .list();
    }

    /** Keeps a new client; false when there is or was one of that id. */
    boolean insert(Handle sql, OAuthClient client, Optional<byte[]> secretHash) {
        return sql.createUpdate("""
                        insert into oauth_client (
                          client_id, subject_id, tenant, name, secret_hash, grants, redirect_uris, after_logout_uris,
                          scopes, role, agency, trusted)
                        values (
                          :clientId, :subjectId, :tenant, :name, :secretHash, :grants, :redirectUris, :afterLogoutUris,
                          :scopes, :role, :agency, :trusted)
                        on conflict do nothing""")
                        .bind("clientId", client.clientId())
                        .bind("subjectId", client.subjectId())
                        .bind("tenant", client.tenant())
                        .bind("name", client.name())
                        .bind("secretHash", secretHash.orElse(null))
                        .bindArray("grants", String.class, stored(client))
                        .bindArray("redirectUris", String.class, client.redirectUris())
                        .bindArray("afterLogoutUris", String.class, client.afterLogoutUris())
                        .bindArray(
                                "scopes",
                                String.class,
                                client.scopes().stream().sorted().toList())
                        .bind("role", client.role().map(Role::name))
                        .bind("agency", client.agency())
                        .bind("trusted", client.trusted())
                        .execute()
                > 0;
    }

    /** From now on only this secret is good; false when there is no such confidential client. */
    boolean changeSecret(Handle sql, String clientId, byte[] secretHash) {
        return sql.createUpdate("""
                        update oauth_client set secret_hash = :secretHash
                        where client_id = :clientId and ended_at is null and secret_hash is not null""")
                        .bind("clientId", clientId)
                        .bind("secretHash", secretHash)
                        .execute()
                > 0;
    }

    /** The client, if this ended it. */
    Optional<OAuthClient> end(Handle sql, String clientId) {
        return sql.createQuery("""
                        update oauth_client set ended_at = now() where client_id = :clientId and ended_at is null
                        returning *""").bind("clientId", clientId).map(CLIENT).findOne();
    }

    private static List<String> stored(OAuthClient client) {
        return client.grants().stream().map(GrantType::stored).sorted().toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }
}
