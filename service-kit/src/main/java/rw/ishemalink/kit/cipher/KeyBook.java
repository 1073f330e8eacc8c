package rw.ishemalink.kit.cipher;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps book of the keys that rows are sealed with, so that a service which lacks one says so instead of starting. */
final class KeyBook {

    /** Not an id that a key of ours can have. */
    private static final String INDEX = "#index";

    private static final SealedColumn PROOF = new SealedColumn("cipher_key", "proof");

    private final ColumnCipher cipher;
    private final BlindIndex index;

    KeyBook(ColumnCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    /**
     * Compares the keys at hand with those that rows are sealed with.
     *
     * @throws IllegalStateException when one is missing, or is another than it was
     */
    void check(Handle sql) {
        for (KeyBookStore.UsedKey used : KeyBookStore.list(sql)) {
            if (used.keyId().equals(INDEX)) {
                if (!used.proof().equals(indexProof())) {
                    throw new IllegalStateException(
                            "ISHEMA_CIPHER_INDEX_KEY is not the one that rows are searched by: nobody would be found");
                }
            } else {
                check(used);
            }
        }
    }

    private void check(KeyBookStore.UsedKey used) {
        String id = used.keyId();
        if (cipher.keys().find(id).isEmpty()) {
            throw new IllegalStateException(
                    "rows are sealed with key " + id + ", which ISHEMA_CIPHER_KEYS does not name: "
                            + "add it behind the active one, and drop it when no row needs it any more");
        }
        try {
            cipher.open(PROOF, id, used.proof());
        } catch (IllegalStateException e) {
            throw new IllegalStateException("key " + id + " is not the one that rows were sealed with", e);
        }
    }

    /** Says that this instance seals with the active key, and will for that long. */
    void use(Handle sql, Duration inUse) {
        String active = cipher.keys().activeId();
        KeyBookStore.use(sql, active, cipher.seal(PROOF, active, active), inUse);
        KeyBookStore.use(sql, INDEX, indexProof(), inUse);
    }

    /** The other keys that rows may still be sealed with. */
    List<String> listOld(Handle sql) {
        return KeyBookStore.list(sql).stream()
                .map(KeyBookStore.UsedKey::keyId)
                .filter(id -> !id.equals(INDEX) && !id.equals(cipher.keys().activeId()))
                .toList();
    }

    /** No row is sealed with another key: those that no instance seals with any more may be dropped. */
    void forgetOld(Handle sql) {
        KeyBookStore.keepOnly(sql, List.of(INDEX, cipher.keys().activeId()));
    }

    private String indexProof() {
        return Base64.getEncoder().encodeToString(index.of(PROOF, INDEX, INDEX));
    }
}
