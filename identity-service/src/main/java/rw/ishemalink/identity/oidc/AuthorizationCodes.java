package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.config.IdentityConfig;

/** Authorization codes in the database, as hashes, timed by its clock. */
@Singleton
class AuthorizationCodes {

    private static final int LENGTH_BYTES = 32;

    private static final RowMapper<IssuedCode> CODE = (row, context) -> new IssuedCode(
            row.getString("client_id"),
            row.getObject("person_id", UUID.class),
            row.getString("tenant"),
            row.getString("redirect_uri"),
            scopes(row),
            Optional.ofNullable(row.getString("nonce")),
            Optional.ofNullable(row.getString("device_name")),
            row.getString("challenge"),
            row.getTimestamp("logged_in_at").toInstant(),
            row.getBoolean("over"),
            row.getTimestamp("used_at") != null,
            Optional.ofNullable(row.getObject("family_id", UUID.class)));

    private final IdentityConfig.Clients config;
    private final SecureRandom random = new SecureRandom();

    AuthorizationCodes(IdentityConfig config) {
        this.config = config.clients();
    }

    /** A code for what a person agreed to. */
    String issue(
            Handle sql,
            AuthorizationRequest request,
            String tenant,
            UUID personId,
            Instant loggedInAt,
            Optional<String> deviceName) {
        byte[] bytes = new byte[LENGTH_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.createUpdate("""
                        insert into oauth_code (
                          code_hash, client_id, person_id, tenant, redirect_uri, scopes, nonce, device_name, challenge,
                          logged_in_at, expires_at)
                        values (
                          :hash, :clientId, :personId, :tenant, :redirectUri, :scopes, :nonce, :deviceName, :challenge,
                          :loggedInAt, now() + :validity)""")
                .bind("hash", Hashes.sha256(code))
                .bind("clientId", request.clientId())
                .bind("personId", personId)
                .bind("tenant", tenant)
                .bind("redirectUri", request.redirectUri())
                .bindArray(
                        "scopes",
                        String.class,
                        request.scopes().stream().sorted().toList())
                .bind("nonce", request.nonce())
                .bind("deviceName", deviceName)
                .bind("challenge", request.challenge())
                .bind("loggedInAt", OffsetDateTime.ofInstant(loggedInAt, ZoneOffset.UTC))
                .bind("validity", config.codeValidity())
                .execute();
        return code;
    }

    /** The code, locked: of two who show it at once the second sees that it was used. */
    Optional<IssuedCode> findForUpdate(Handle sql, String code) {
        return sql.createQuery(
                        "select *, expires_at <= now() as over from oauth_code where code_hash = :hash for update")
                .bind("hash", Hashes.sha256(code))
                .map(CODE)
                .findOne();
    }

    /** From now on the code is used, and that login came of it, if any did. */
    void markUsed(Handle sql, String code, Optional<UUID> familyId) {
        sql.createUpdate("update oauth_code set used_at = now(), family_id = :familyId where code_hash = :hash")
                .bind("hash", Hashes.sha256(code))
                .bind("familyId", familyId)
                .execute();
    }

    private static Set<String> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
