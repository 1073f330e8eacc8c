package rw.ishemalink.identity.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.lang.HashUtil;
import rw.ishemalink.identity.secret.Seal;

/**
 * A signing key as it is stored: the private half sealed.
 *
 * @param state where it stands in its life
 * @param publicKey X.509 SubjectPublicKeyInfo
 * @param sealedPrivateKey PKCS #8, sealed with the kid as its label
 */
@SuppressWarnings("ArrayRecordComponent") // stored and read, never compared
record SigningKeyPair(String kid, KeyState state, byte[] publicKey, byte[] sealedPrivateKey) {

    static SigningKeyPair generate(Seal seal, KeyState state) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            String kid = new EllipticCurveJsonWebKey((ECPublicKey) pair.getPublic())
                    .calculateBase64urlEncodedThumbprint(HashUtil.SHA_256);
            return new SigningKeyPair(
                    kid,
                    state,
                    pair.getPublic().getEncoded(),
                    seal.close(pair.getPrivate().getEncoded(), kid));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no P-256 keys", e);
        }
    }

    /**
     * The key, ready to sign.
     *
     * @throws IllegalStateException when the master key is not the one that sealed it
     */
    SigningKey open(Seal seal) {
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            return new SigningKey(
                    kid, (ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(publicKey)), (ECPrivateKey)
                            keys.generatePrivate(new PKCS8EncodedKeySpec(seal.open(sealedPrivateKey, kid))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "ISHEMA_IDENTITY_MASTER_KEY does not open the signing key in the database: give the one it was made with",
                    e);
        }
    }
}
