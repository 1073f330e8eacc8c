package rw.ishemalink.identity.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** Hashes of the standards: the proof that who redeems a code is who asked for it, and an ID token's tie to its access token. */
final class Hashes {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Hashes() {}

    /** Whether the challenge was made of the verifier by S256 (RFC 7636 § 4.6). */
    static boolean fits(String challenge, String verifier) {
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(
                        base64(sha256(verifier)).getBytes(StandardCharsets.US_ASCII),
                        challenge.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code at_hash}: the left half of the access token's hash (OpenID Connect Core § 3.1.3.6). */
    static String leftHalf(String accessToken) {
        byte[] hash = sha256(accessToken);
        return base64(Arrays.copyOf(hash, hash.length / 2));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
