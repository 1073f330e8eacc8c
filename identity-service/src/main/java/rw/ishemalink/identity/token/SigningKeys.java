package rw.ishemalink.identity.token;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import rw.ishemalink.identity.secret.MasterKey;
import rw.ishemalink.identity.secret.Seal;

/**
 * The keys that sign and have signed access tokens, read once at start. The first start makes one; instances that start
 * at the same moment end with the same one, held by a unique index.
 */
@Startup
@Singleton
public class SigningKeys {

    private final SigningKey active;
    private final List<SigningKey> all;

    SigningKeys(SigningKeyStore store, MasterKey master) {
        Seal seal = new Seal(master, "signing-key");
        this.active = store.findActive()
                .orElseGet(() -> store.insertUnlessThereIsOne(SigningKeyPair.generate(seal)))
                .open(seal);
        this.all = store.listAll().stream().map(stored -> stored.open(seal)).toList();
    }

    /** The key that signs new tokens. */
    SigningKey active() {
        return active;
    }

    /** The key of that name. */
    Optional<SigningKey> findByKid(String kid) {
        return all.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The public halves as JSON Web Keys (RFC 7517). */
    public List<JsonWebKey> listPublic() {
        return all.stream().map(SigningKeys::toPublic).toList();
    }

    private static JsonWebKey toPublic(SigningKey key) {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(key.publicKey());
        jwk.setKeyId(key.kid());
        jwk.setUse(Use.SIGNATURE);
        jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return jwk;
    }
}
