package rw.ishemalink.compliance.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Our own signature for the time the fiscal device cannot be reached: HMAC-SHA256, the first 16 hex digits. */
final class LocalSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;

    private final SecretKeySpec key;

    LocalSignature(String key) {
        this.key = new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM);
    }

    /** Signs what may not be changed: seller, booking, local number, amount, tax class, time and buyer. */
    String sign(DeviceRow device, UUID bookingId, long localNumber, ReceiptJob job, Instant signedAt) {
        String content = String.join(
                "|",
                device.tin(),
                device.branch(),
                bookingId.toString(),
                Long.toString(localNumber),
                Long.toString(job.totalRwf()),
                job.taxClass().name(),
                signedAt.toString(),
                Objects.requireNonNullElse(job.buyerTin(), ""));
        return HexFormat.of().withUpperCase().formatHex(hmac(content)).substring(0, LENGTH);
    }

    private byte[] hmac(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing", e);
        }
    }
}
