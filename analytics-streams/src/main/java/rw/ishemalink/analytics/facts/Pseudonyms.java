package rw.ishemalink.analytics.facts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Other names for people, which only who has the key can make: the first 16 bytes of HMAC-SHA-256 of the person's id. */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final int LEAST_KEY_BYTES = 32;

    private final SecretKey key;

    /**
     * Names under that key.
     *
     * @param base64 at least 32 random bytes
     */
    public Pseudonyms(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("the key of pseudonyms has less than 32 bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The person's other name: 32 hexadecimal digits, always the same. */
    public String of(UUID person) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] id = new byte[Long.BYTES * 2];
            ByteBuffer.wrap(id).putLong(person.getMostSignificantBits()).putLong(person.getLeastSignificantBits());
            return HexFormat.of().formatHex(mac.doFinal(id), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
