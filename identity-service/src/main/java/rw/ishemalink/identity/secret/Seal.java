package rw.ishemalink.identity.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals bytes with AES-256-GCM (NIST SP 800-38D): 12 bytes of nonce, then ciphertext and tag. */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** A seal for one purpose. */
    public Seal(MasterKey master, String purpose) {
        this.key = master.derive(purpose, "AES");
    }

    /** Seals the bytes; they open only together with the same label, so that rows cannot be swapped. */
    public byte[] close(byte[] plain, String label) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(plain);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what {@link #close} made.
     *
     * @throws GeneralSecurityException when the key or the label is another, or the bytes were changed
     */
    public byte[] open(byte[] sealed, String label) throws GeneralSecurityException {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return cipher(Cipher.DECRYPT_MODE, nonce, label).doFinal(rest);
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
