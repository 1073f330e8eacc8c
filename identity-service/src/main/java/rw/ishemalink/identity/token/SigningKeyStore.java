package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Signing keys in the database; a unique index keeps a single one active. */
@Singleton
class SigningKeyStore {

    private static final RowMapper<SigningKeyPair> KEY = (row, context) ->
            new SigningKeyPair(row.getString("kid"), row.getBytes("public_key"), row.getBytes("sealed_private_key"));

    private final UnitOfWork work;

    SigningKeyStore(UnitOfWork work) {
        this.work = work;
    }

    Optional<SigningKeyPair> findActive() {
        return work.read(sql -> sql.createQuery("select * from signing_key where active")
                .map(KEY)
                .findOne());
    }

    /** Keeps the pair, or, where another instance was faster, answers the one it made. */
    SigningKeyPair insertUnlessThereIsOne(SigningKeyPair pair) {
        work.run(tx -> tx.sql()
                .createUpdate("""
                        insert into signing_key (kid, public_key, sealed_private_key, active)
                        values (:kid, :publicKey, :sealedPrivateKey, true)
                        on conflict (active) where active do nothing""")
                .bind("kid", pair.kid())
                .bind("publicKey", pair.publicKey())
                .bind("sealedPrivateKey", pair.sealedPrivateKey())
                .execute());
        return findActive().orElseThrow();
    }

    List<SigningKeyPair> listAll() {
        return work.read(sql -> sql.createQuery("select * from signing_key order by created_at desc")
                .map(KEY)
                .list());
    }
}
