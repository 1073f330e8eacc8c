package rw.ishemalink.simulators.airtel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import rw.ishemalink.simulators.airtel.PortalSettings.CallbackAuthentication;

/** A callback's JSON with its hash: base64 of HMAC-SHA256. */
final class CallbackBody {

    private static final String ALGORITHM = "HmacSHA256";

    private final ObjectNode body;

    CallbackBody(ObjectMapper json, String id, String message, String statusCode, String moneyId) {
        body = json.createObjectNode();
        body.putObject("transaction")
                .put("id", id)
                .put("message", message)
                .put("status_code", statusCode)
                .put("airtel_money_id", moneyId);
    }

    /** Ready to be sent; whoever has not the right key cannot make the right hash. */
    String signed(CallbackAuthentication authentication, String key) {
        return switch (authentication) {
            case OFF -> body.toString();
            case BODY -> body.put("hash", hash(body.toString(), key)).toString();
            case TRANSACTION ->
                body.put("hash", hash(body.path("transaction").toString(), key)).toString();
        };
    }

    private static String hash(String content, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256 in this Java", e);
        }
    }
}
