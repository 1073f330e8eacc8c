package rw.ishemalink.backup.seal;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/**
 * A pair of keys as age writes them.
 *
 * @param recipient {@code age1…}, public; also names the key in manifests
 * @param identity {@code AGE-SECRET-KEY-1…}
 */
public record SealKeys(String recipient, String identity) {

    /** A new pair. */
    public static SealKeys generate() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new SealKeys(pair.getPublic().toString(), pair.getPrivate().toString());
        } catch (GeneralSecurityException e) {
            throw new SealException("no keys can be made", e);
        }
    }

    /** Hides the identity. */
    @Override
    public String toString() {
        return "SealKeys[recipient=" + recipient + "]";
    }
}
