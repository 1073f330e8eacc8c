package rw.ishemalink.payment.outbound.airtel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;

/** The PIN of a disbursement as Airtel takes it: RSA with PKCS #1 padding, in base64. */
final class PinCipher {

    private PinCipher() {}

    /**
     * The encrypted PIN.
     *
     * @param publicKey base64 of the X.509 form
     * @throws ProviderUnavailableException when that is no key; nothing was sent
     */
    static String encrypt(String pin, String publicKey) {
        try {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getMimeDecoder().decode(publicKey)));
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return Base64.getEncoder().encodeToString(cipher.doFinal(pin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw ProviderUnavailableException.notSent("the key for the PIN is no RSA key");
        }
    }
}
