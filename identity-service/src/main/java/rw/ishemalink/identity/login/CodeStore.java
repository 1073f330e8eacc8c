package rw.ishemalink.identity.login;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.people.Person;

/** One-time codes in the database, timed by its clock. Callers hold the lock on the person's row. */
@Singleton
class CodeStore {

    private static final RowMapper<OneTimeCode> CODE = (row, context) -> new OneTimeCode(
            row.getObject("code_id", UUID.class),
            row.getBytes("code_hash"),
            row.getInt("tries_left"),
            row.getBoolean("spent"));

    private final IdentityConfig.Codes config;

    CodeStore(IdentityConfig config) {
        this.config = config.codes();
    }

    /** Whether one more may be sent now; forgets codes of more than a day ago. */
    boolean mayIssue(Handle sql, Person person) {
        sql.createUpdate("delete from one_time_code where person_id = :personId and issued_at < now() - interval 'P1D'")
                .bind("personId", person.personId())
                .execute();
        return sql.createQuery("""
                        select count(*) < :perDay
                           and count(*) filter (where issued_at > now() - :window) < :perWindow
                        from one_time_code where tenant = :tenant and person_id = :personId""")
                .bind("perDay", config.perDay())
                .bind("window", config.window())
                .bind("perWindow", config.perWindow())
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .mapTo(Boolean.class)
                .one();
    }

    /** Dated under the lock, not when the transaction began: of two requests at once, the later code is the newer one. */
    void insert(Handle sql, Person person, UUID codeId, byte[] hash) {
        sql.createUpdate("""
                        insert into one_time_code (code_id, person_id, tenant, code_hash, tries_left, issued_at, expires_at)
                        select :codeId, :personId, :tenant, :hash, :tries, at, at + :validity from clock_timestamp() at""")
                .bind("codeId", codeId)
                .bind("personId", person.personId())
                .bind("tenant", person.tenant())
                .bind("hash", hash)
                .bind("tries", config.tries())
                .bind("validity", config.validity())
                .execute();
    }

    /** The newest code: only it can be redeemed. */
    Optional<OneTimeCode> findNewest(Handle sql, Person person) {
        return sql.createQuery("""
                        select *, used_at is not null or expires_at <= now() as spent
                        from one_time_code where tenant = :tenant and person_id = :personId
                        order by issued_at desc, code_id desc limit 1""")
                .bind("tenant", person.tenant())
                .bind("personId", person.personId())
                .map(CODE)
                .findOne();
    }

    void markUsed(Handle sql, OneTimeCode code) {
        sql.createUpdate("update one_time_code set used_at = now() where code_id = :codeId")
                .bind("codeId", code.codeId())
                .execute();
    }

    void countATry(Handle sql, OneTimeCode code) {
        sql.createUpdate("update one_time_code set tries_left = tries_left - 1 where code_id = :codeId")
                .bind("codeId", code.codeId())
                .execute();
    }
}
