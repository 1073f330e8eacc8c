package rw.ishemalink.kit.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals values of columns with AES-256-GCM (NIST SP 800-38D). Nonces are random, so a key is good for 2^32 values (the
 * same, 8.3); it is rotated long before.
 */
@Singleton
public class ColumnCipher {

    private static final int TAG_BITS = 128;

    private final Keyring keys;
    private final Nonces nonces = new Nonces();

    /** Looking for a provider's cipher and its key schedule cost more than sealing; as many lie here as seal at once. */
    private final Queue<Cipher> idle = new ConcurrentLinkedQueue<>();

    @Inject
    ColumnCipher(CipherConfig config) {
        this(Keyring.parse(config.keys().orElse("")));
    }

    /** A cipher with those keys. */
    public ColumnCipher(Keyring keys) {
        this.keys = keys;
    }

    /** The value as it is stored in that row. */
    public String seal(SealedColumn column, Object rowId, String clear) {
        byte[] nonce = nonces.next();
        try {
            byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.active(), nonce, column.place(rowId), clear.getBytes(UTF_8));
            return new Envelope(keys.activeId(), nonce, sealed).text();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /** The same; nothing stays nothing. */
    public @Nullable String sealNullable(SealedColumn column, Object rowId, @Nullable String clear) {
        return clear == null ? null : seal(column, rowId, clear);
    }

    /**
     * The value in clear. One from before columns were sealed is stored in clear and is what it is; once all are sealed,
     * a constraint of the table refuses others.
     *
     * @throws IllegalStateException when it was sealed for another row or column, changed, or its key is missing
     */
    public String open(SealedColumn column, Object rowId, String stored) {
        if (!Envelope.is(stored)) {
            return stored;
        }
        Envelope envelope = Envelope.parse(stored);
        SecretKey key = keys.find(envelope.keyId())
                .orElseThrow(() -> new IllegalStateException("there is no key " + envelope.keyId()));
        try {
            byte[] clear = run(Cipher.DECRYPT_MODE, key, envelope.nonce(), column.place(rowId), envelope.ciphertext());
            return new String(clear, UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a value of " + column.table() + "." + column.column() + " was not sealed for its row", e);
        }
    }

    /** The same; nothing stays nothing. */
    public @Nullable String openNullable(SealedColumn column, Object rowId, @Nullable String stored) {
        return stored == null ? null : open(column, rowId, stored);
    }

    /** The same; nothing stays nothing. */
    public Optional<String> findOpen(SealedColumn column, Object rowId, @Nullable String stored) {
        return Optional.ofNullable(stored).map(it -> open(column, rowId, it));
    }

    Keyring keys() {
        return keys;
    }

    /** How a value begins that was sealed with the active key. */
    String activePrefix() {
        return Envelope.PREFIX + keys.activeId() + ":";
    }

    private byte[] run(int mode, SecretKey key, byte[] nonce, String place, byte[] text)
            throws GeneralSecurityException {
        Cipher taken = idle.poll();
        Cipher cipher = taken == null ? Cipher.getInstance("AES/GCM/NoPadding") : taken;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        byte[] done = cipher.doFinal(text);
        // One that failed is not used again.
        idle.add(cipher);
        return done;
    }
}
