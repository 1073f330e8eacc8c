package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Issues access tokens like identity-service's (RFC 7519, ES256), so that load needs no logins. The key lives as long as this object. */
final class TokenMint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY_ID = "load";
    private static final int COORDINATE_BYTES = 32;
    private static final Duration LIFE = Duration.ofHours(2);

    private final String issuer;
    private final KeyPair keys;

    TokenMint(String issuer) {
        this.issuer = issuer;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return issuer;
    }

    /** The public key as a JSON Web Key Set (RFC 7517), as services fetch it. */
    String keySet() {
        ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
        return """
                {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}""".formatted(KEY_ID, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return BASE64.encodeToString(fixed);
    }

    /** A token of that sender. */
    String tokenOf(UUID personId, String phone) {
        return tokenOf(personId, phone, "SENDER");
    }

    /** A token of that person in that role. */
    String tokenOf(UUID personId, String phone, String role) {
        return tokenOf(personId, phone, role, "ishemalink");
    }

    /** The same of another tenant. */
    String tokenOf(UUID personId, String phone, String role, String tenant) {
        Instant now = Instant.now();
        Map<String, Object> claims = Map.of(
                "iss", issuer,
                "aud", List.of("ishemalink"),
                "sub", personId.toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFE).getEpochSecond(),
                "tenant", tenant,
                "groups", List.of(role),
                "phone_number", phone,
                "locale", "rw");
        String text = encoded(Map.of("alg", "ES256", "typ", "JWT", "kid", KEY_ID)) + "." + encoded(claims);
        return text + "." + BASE64.encodeToString(signature(text));
    }

    private static String encoded(Map<String, Object> part) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
