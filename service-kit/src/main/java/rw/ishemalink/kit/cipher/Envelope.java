package rw.ishemalink.kit.cipher;

import java.util.Base64;

/**
 * A sealed value as it is stored: {@code v1:keyId:nonce:ciphertext}, the last two in base64url.
 *
 * @param ciphertext with the tag at its end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Envelope(String keyId, byte[] nonce, byte[] ciphertext) {

    /** How every sealed value begins, and no phone, name or address does. */
    static final String PREFIX = "v1:";

    private static final int PARTS = 4;

    static boolean is(String stored) {
        return stored.startsWith(PREFIX);
    }

    static Envelope parse(String stored) {
        String[] parts = stored.split(":", PARTS);
        if (parts.length != PARTS || !is(stored)) {
            throw new IllegalStateException("a stored value is no envelope");
        }
        Base64.Decoder base64 = Base64.getUrlDecoder();
        return new Envelope(parts[1], base64.decode(parts[2]), base64.decode(parts[3]));
    }

    String text() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return PREFIX + keyId + ":" + base64.encodeToString(nonce) + ":" + base64.encodeToString(ciphertext);
    }
}
