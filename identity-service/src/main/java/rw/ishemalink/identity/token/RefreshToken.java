package rw.ishemalink.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An opaque refresh token: 256 random bits, base64url. Only its SHA-256 is stored; with 256 bits of chance there is
 * nothing to guess, so no slow hash is needed.
 *
 * @param value what the client keeps
 */
record RefreshToken(String value) {

    private static final int LENGTH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken next() {
        byte[] bytes = new byte[LENGTH_BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never the value: this text could reach logs. */
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
