package rw.ishemalink.identity.token;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/**
 * A P-256 key pair that signs access tokens.
 *
 * @param kid its name in token headers: the RFC 7638 thumbprint of the public key
 */
record SigningKey(String kid, ECPublicKey publicKey, ECPrivateKey privateKey) {

    /** Never the private key: this text could reach logs. */
    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
