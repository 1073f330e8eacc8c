package rw.ishemalink.simulators.ebm;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes keys, internal data and signatures: HMAC-SHA256 in RFC 4648 base 32. How RRA's device makes them is not public. */
@Singleton
public class ReceiptSigner {

    private static final int INTERNAL_DATA_LENGTH = 26;
    private static final int SIGNATURE_LENGTH = 16;
    private static final int KEY_LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());

    private final String secret;

    public ReceiptSigner(EbmConfig config) {
        secret = config.secret();
    }

    String key(String purpose, String device) {
        return code(secret, purpose + "|" + device, KEY_LENGTH);
    }

    String internalData(String device, String content) {
        return code(key("internal", device), content, INTERNAL_DATA_LENGTH);
    }

    String signature(String device, String content) {
        return code(key("sign", device), content, SIGNATURE_LENGTH);
    }

    private static String code(String key, String content, int length) {
        BigInteger rest = new BigInteger(1, hmac(key, content));
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.toString();
    }

    private static byte[] hmac(String key, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is missing", impossible);
        }
    }
}
