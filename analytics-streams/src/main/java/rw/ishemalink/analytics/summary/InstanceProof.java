package rw.ishemalink.analytics.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a question comes from an instance of this application, for where no caller stands behind it: the time and an
 * HMAC of time and path by a key that only the instances have.
 */
final class InstanceProof {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 32;
    private static final long GOOD_FOR_SECONDS = 60;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})\\.([0-9a-f]{64})");

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param key in base64 */
    InstanceProof(String key, Clock clock) {
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "ishema.analytics.summary.instance-key has fewer than " + LEAST_KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.clock = clock;
    }

    String prove(String path) {
        long now = clock.instant().getEpochSecond();
        return now + "." + HexFormat.of().formatHex(mac(now, path));
    }

    boolean isProof(String proof, String path) {
        Matcher parts = WRITTEN.matcher(proof);
        if (!parts.matches()) {
            return false;
        }
        long at = Long.parseLong(parts.group(1));
        boolean inTime = Math.abs(clock.instant().getEpochSecond() - at) <= GOOD_FOR_SECONDS;
        return inTime && MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), mac(at, path));
    }

    private byte[] mac(long at, String path) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((at + " " + path).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
