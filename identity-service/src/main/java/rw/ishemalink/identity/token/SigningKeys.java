package rw.ishemalink.identity.token;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import rw.ishemalink.identity.secret.MasterKey;
import rw.ishemalink.identity.secret.Seal;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * The keys that sign, will sign and have signed tokens, as this instance last read them. The first start makes one that
 * signs and the one after it; instances that start at the same moment end with the same ones, held by unique indexes.
 */
@Startup
@Singleton
public class SigningKeys {

    /** Who shows tokens of keys that nobody knows must not make us ask the database each time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final UnitOfWork work;
    private final SigningKeyStore store;
    private final Seal seal;
    private volatile Known known;

    SigningKeys(UnitOfWork work, SigningKeyStore store, MasterKey master) {
        this.work = work;
        this.store = store;
        this.seal = new Seal(master, "signing-key");
        makeWhatIsMissing();
        this.known = read();
    }

    /** Keys as they were at a moment. */
    private record Known(SigningKey active, List<SigningKey> all, Instant readAt) {}

    /** The key that signs new tokens. */
    SigningKey active() {
        return known.active();
    }

    /** The key of that name; one that another instance made is looked for. */
    Optional<SigningKey> findByKid(String kid) {
        Optional<SigningKey> found = find(kid);
        if (found.isEmpty() && known.readAt().plus(BETWEEN_LOOKS).isBefore(Instant.now())) {
            reload();
            return find(kid);
        }
        return found;
    }

    /** The public halves as JSON Web Keys (RFC 7517), of keys that will sign, too. */
    public List<JsonWebKey> listPublic() {
        return known.all().stream().map(SigningKeys::toPublic).toList();
    }

    /** Reads the keys again. */
    void reload() {
        known = read();
    }

    /** Makes the key that signs or the one after it, where there is none. */
    final void makeWhatIsMissing() {
        List<KeyState> there =
                work.read(store::listAll).stream().map(SigningKeyPair::state).toList();
        for (KeyState state : List.of(KeyState.ACTIVE, KeyState.NEXT)) {
            if (!there.contains(state)) {
                SigningKeyPair made = SigningKeyPair.generate(seal, state);
                work.run(tx -> store.insertUnlessThereIsOne(tx.sql(), made));
            }
        }
    }

    private Known read() {
        Instant now = Instant.now();
        List<SigningKeyPair> stored = work.read(store::listAll);
        SigningKeyPair active = stored.stream()
                .filter(key -> key.state() == KeyState.ACTIVE)
                .findFirst()
                .orElseThrow();
        return new Known(
                active.open(seal), stored.stream().map(it -> it.open(seal)).toList(), now);
    }

    private Optional<SigningKey> find(String kid) {
        return known.all().stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    private static JsonWebKey toPublic(SigningKey key) {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(key.publicKey());
        jwk.setKeyId(key.kid());
        jwk.setUse(Use.SIGNATURE);
        jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return jwk;
    }
}
