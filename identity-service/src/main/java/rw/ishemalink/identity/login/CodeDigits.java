package rw.ishemalink.identity.login;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import rw.ishemalink.identity.secret.MasterKey;

/**
 * Six digits, and the keyed hash of them that is stored: who reads the database alone cannot try out the million
 * possibilities.
 */
@Singleton
class CodeDigits {

    private static final int POSSIBILITIES = 1_000_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    CodeDigits(MasterKey master) {
        this.key = master.derive("one-time-code", ALGORITHM);
    }

    String next() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(POSSIBILITIES));
    }

    byte[] hash(UUID codeId, String code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((codeId + ":" + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
