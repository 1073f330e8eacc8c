package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Signing keys in the database, timed by its clock; unique indexes keep a single one active and a single one next. */
@Singleton
class SigningKeyStore {

    private static final RowMapper<SigningKeyPair> KEY = (row, context) -> new SigningKeyPair(
            row.getString("kid"),
            KeyState.valueOf(row.getString("state")),
            row.getBytes("public_key"),
            row.getBytes("sealed_private_key"));

    /**
     * The active key, as it matters for turning over.
     *
     * @param due whether it has signed for as long as a key shall
     * @param nextKid the key after it, if there is one
     * @param nextKnown whether that one was published for so long that everybody knows it
     */
    record Turn(String kid, boolean due, Optional<String> nextKid, boolean nextKnown) {}

    /** All keys, newest first. */
    List<SigningKeyPair> listAll(Handle sql) {
        return sql.createQuery("select * from signing_key order by created_at desc, kid")
                .map(KEY)
                .list();
    }

    /** Keeps the key, unless another instance was faster and there is one of that state. */
    boolean insertUnlessThereIsOne(Handle sql, SigningKeyPair pair) {
        return sql.createUpdate("""
                        insert into signing_key (kid, public_key, sealed_private_key, state, active_at)
                        values (:kid, :publicKey, :sealedPrivateKey, :state, case when :active then now() end)
                        on conflict do nothing""")
                        .bind("kid", pair.kid())
                        .bind("publicKey", pair.publicKey())
                        .bind("sealedPrivateKey", pair.sealedPrivateKey())
                        .bind("state", pair.state().name())
                        .bind("active", pair.state() == KeyState.ACTIVE)
                        .execute()
                > 0;
    }

    /** The active key, locked: one instance turns the keys over at a time. */
    Optional<Turn> findTurnForUpdate(Handle sql, Duration period, Duration lead) {
        boolean locked = sql.createQuery("select kid from signing_key where state = 'ACTIVE' for update")
                .mapTo(String.class)
                .findOne()
                .isPresent();
        // A statement of its own, so that it sees what the holder of the lock before us did.
        return !locked
                ? Optional.empty()
                : sql.createQuery("""
                                select a.kid, a.active_at <= now() - :period as due, n.kid as next_kid,
                                       coalesce(n.created_at <= now() - :lead, false) as next_known
                                from signing_key a left join signing_key n on n.state = 'NEXT'
                                where a.state = 'ACTIVE'""")
                        .bind("period", period)
                        .bind("lead", lead)
                        .map((row, context) -> new Turn(
                                row.getString("kid"),
                                row.getBoolean("due"),
                                Optional.ofNullable(row.getString("next_kid")),
                                row.getBoolean("next_known")))
                        .findOne();
    }

    /** From now on the next key signs. */
    void turn(Handle sql, String activeKid, String nextKid) {
        sql.createUpdate("update signing_key set state = 'RETIRED', retired_at = now() where kid = :kid")
                .bind("kid", activeKid)
                .execute();
        sql.createUpdate("update signing_key set state = 'ACTIVE', active_at = now() where kid = :kid")
                .bind("kid", nextKid)
                .execute();
    }

    /** Forgets keys that have been retired for longer than any token lives. */
    void forgetRetired(Handle sql, Duration longerThan) {
        sql.createUpdate("delete from signing_key where state = 'RETIRED' and retired_at < now() - :age")
                .bind("age", longerThan)
                .execute();
    }
}
