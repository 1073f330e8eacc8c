package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import rw.ishemalink.identity.secret.MasterKey;

/** Secrets of clients, and the keyed hash of them that is stored: one that was chosen by hand cannot be tried out by who reads the database. */
@Singleton
class ClientSecrets {

    private static final int LENGTH_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    ClientSecrets(MasterKey master) {
        this.key = master.derive("oauth-client-secret", ALGORITHM);
    }

    String next() {
        byte[] bytes = new byte[LENGTH_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] hash(String clientId, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
