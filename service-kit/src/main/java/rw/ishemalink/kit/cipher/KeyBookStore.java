package rw.ishemalink.kit.cipher;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which keys rows may be sealed with: table {@code cipher_key}. */
final class KeyBookStore {

    /** A key that was used; the proof is a value that only it opens. */
    record UsedKey(String keyId, String proof, boolean inUse) {}

    private KeyBookStore() {}

    static List<UsedKey> list(Handle sql) {
        return sql.createQuery("select key_id, proof, active_until > now() as in_use from cipher_key order by key_id")
                .map((row, context) ->
                        new UsedKey(row.getString("key_id"), row.getString("proof"), row.getBoolean("in_use")))
                .list();
    }

    /** From now on, and for that long, rows may be sealed with the key. */
    static void use(Handle sql, String keyId, String proof, Duration inUse) {
        sql.createUpdate("""
                        insert into cipher_key (key_id, proof, active_until) values (:keyId, :proof, now() + :inUse)
                        on conflict (key_id) do update set active_until = excluded.active_until""")
                .bind("keyId", keyId)
                .bind("proof", proof)
                .bind("inUse", inUse)
                .execute();
    }

    /** Forgets every other key that nobody uses any more; callers know that no row is sealed with it. */
    static void keepOnly(Handle sql, List<String> keyIds) {
        sql.createUpdate("delete from cipher_key where not key_id = any(:keyIds) and active_until <= now()")
                .bindArray("keyIds", String.class, keyIds)
                .execute();
    }
}
