package rw.ishemalink.identity.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import rw.ishemalink.identity.config.IdentityConfig;

/** The one secret that this service is given. It is never used itself: each purpose gets a key derived from it (RFC 5869). */
@Singleton
public class MasterKey {

    private static final int LENGTH_BYTES = 32;
    private static final String WHAT_TO_DO =
            "set ISHEMA_IDENTITY_MASTER_KEY to 32 random bytes in base64, for example from: openssl rand -base64 32";

    private final byte[] key;

    @Inject
    MasterKey(IdentityConfig config) {
        this(config.masterKey());
    }

    MasterKey(Optional<String> base64) {
        this.key = decode(base64.orElseThrow(() -> new IllegalStateException(WHAT_TO_DO)));
    }

    /** The key for one purpose, 256 bits. */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            HKDFParameterSpec parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), LENGTH_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }

    private static byte[] decode(String base64) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(WHAT_TO_DO, e);
        }
        if (decoded.length != LENGTH_BYTES) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
        return decoded;
    }
}
