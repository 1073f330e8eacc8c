package rw.ishemalink.booking.desk;

import java.security.SecureRandom;

/** Codes that a receiver types and nobody guesses: ISH- and 8 characters of Crockford base 32, 40 bits of chance. */
final class TrackingCode {

    /** Crockford's alphabet: without I, L, O and U, which people mix up. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingCode() {}

    static String next() {
        long chance = RANDOM.nextLong();
        StringBuilder code = new StringBuilder("ISH-");
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt((int) (chance >>> (i * BITS)) & (ALPHABET.length() - 1)));
        }
        return code.toString();
    }
}
