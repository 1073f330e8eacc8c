package rw.ishemalink.tracking.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a device proves itself with: 128 random bits as 26 characters of Crockford's base 32, which nobody mistakes for
 * one another when typing them. As nobody can guess it, a plain hash is enough to keep.
 */
public final class DeviceKey {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int CHARACTERS = 26;
    private static final int BITS_OF_A_CHARACTER = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private DeviceKey(String text) {
        this.text = text;
    }

    /** A new one. */
    public static DeviceKey next() {
        byte[] bits = new byte[2 * Long.BYTES];
        RANDOM.nextBytes(bits);
        ByteBuffer number = ByteBuffer.wrap(bits);
        return of(number.getLong(), number.getLong());
    }

    /** The 128 bits, the last character's five first: 26 characters hold 130, so the first is at most 7. */
    static DeviceKey of(long high, long low) {
        char[] text = new char[CHARACTERS];
        long upper = high;
        long lower = low;
        for (int at = CHARACTERS - 1; at >= 0; at--) {
            text[at] = ALPHABET[(int) (lower & 31)];
            lower = (lower >>> BITS_OF_A_CHARACTER) | (upper << (Long.SIZE - BITS_OF_A_CHARACTER));
            upper >>>= BITS_OF_A_CHARACTER;
        }
        return new DeviceKey(new String(text));
    }

    /** As somebody gave it: small letters, O for 0, I and L for 1 are understood. */
    public static DeviceKey read(String given) {
        return new DeviceKey(given.strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** To be shown once. */
    public String show() {
        return text;
    }

    /** What is kept of it: SHA-256 in hexadecimal. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never the key: this text may reach logs. */
    @Override
    public String toString() {
        return "DeviceKey";
    }
}
