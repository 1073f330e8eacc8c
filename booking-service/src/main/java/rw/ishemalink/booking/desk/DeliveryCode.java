package rw.ishemalink.booking.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits against which goods are handed over. They are derived from a secret of the service, the booking and a
 * number that counts the codes of the booking; so they need not be stored anywhere.
 */
record DeliveryCode(String digits) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SMALLEST_KEY = 32;
    private static final long CODES = 1_000_000;

    /** The booking's code of that number. */
    static DeliveryCode of(SecretKeySpec key, UUID bookingId, int number) {
        ByteBuffer message = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(bookingId.getMostSignificantBits())
                .putLong(bookingId.getLeastSignificantBits())
                .putInt(number);
        long drawn = ByteBuffer.wrap(hash(key, message.array())).getLong();
        return new DeliveryCode(String.format(Locale.ROOT, "%06d", Long.remainderUnsigned(drawn, CODES)));
    }

    /**
     * The key out of the configured secret.
     *
     * @throws IllegalStateException when it is too short to keep codes secret
     */
    static SecretKeySpec key(String secret) {
        if (secret.strip().length() < SMALLEST_KEY) {
            throw new IllegalStateException("set ISHEMA_BOOKING_DELIVERY_CODE_KEY to at least " + SMALLEST_KEY
                    + " random characters, for example from: openssl rand -base64 32");
        }
        return new SecretKeySpec(secret.strip().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether it is what was given; takes as long for a near miss as for any other. */
    boolean is(String given) {
        return MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Never the digits: this text reaches logs. */
    @Override
    public String toString() {
        return "DeliveryCode[]";
    }
}
