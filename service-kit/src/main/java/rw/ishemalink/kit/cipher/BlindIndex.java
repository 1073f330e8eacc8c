package rw.ishemalink.kit.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds sealed values by equality: HMAC-SHA-256 under a key of its own. Equal values have equal indexes within one column
 * of one tenant, and nowhere else.
 */
@Singleton
public class BlindIndex {

    private final SecretKey key;

    @Inject
    BlindIndex(CipherConfig config) {
        this(config.indexKey()
                .orElseThrow(
                        () -> new IllegalStateException("set ISHEMA_CIPHER_INDEX_KEY to 32 random bytes in base64, "
                                + "for example from: openssl rand -base64 32")));
    }

    /** An index under the key of that base64. */
    public BlindIndex(String base64) {
        this.key = new SecretKeySpec(Keyring.decode(base64), "HmacSHA256");
    }

    /** 32 bytes for a value of that column; the value is normalised by the caller. */
    public byte[] of(SealedColumn column, String tenant, String clear) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((column.place(tenant) + "\n").getBytes(UTF_8));
            return mac.doFinal(clear.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
