package rw.ishemalink.payment.outbound.airtel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import rw.ishemalink.payment.config.AirtelConfig.HashedPart;

/** A callback's hash: base64 of HMAC-SHA256 with the portal's private key over compact JSON, fields in the order they came. */
final class CallbackHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String HASH = "hash";

    private final String key;
    private final HashedPart part;

    CallbackHash(String key, HashedPart part) {
        this.key = key;
        this.part = part;
    }

    /** Compared in the same time whatever is wrong. */
    boolean fits(JsonNode callback) {
        byte[] given = callback.path(HASH).asText("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(of(callback).getBytes(StandardCharsets.UTF_8), given);
    }

    String of(JsonNode callback) {
        String content =
                switch (part) {
                    case BODY ->
                        ((ObjectNode) callback.deepCopy()).without(HASH).toString();
                    case TRANSACTION -> callback.path("transaction").toString();
                };
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256 in this Java", e);
        }
    }
}
