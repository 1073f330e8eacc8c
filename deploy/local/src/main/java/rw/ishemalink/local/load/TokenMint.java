package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
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

    /** Writes the public key where services can read it. */
    void writePublicKey(Path file) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPublic().getEncoded());
        try {
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token of that sender. */
    String tokenOf(UUID personId, String phone) {
        Instant now = Instant.now();
        Map<String, Object> claims = Map.of(
                "iss", issuer,
                "aud", List.of("ishemalink"),
                "sub", personId.toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFE).getEpochSecond(),
                "tenant", "ishemalink",
                "groups", List.of("SENDER"),
                "phone_number", phone,
                "locale", "rw");
        String text = encoded(Map.of("alg", "ES256", "typ", "JWT")) + "." + encoded(claims);
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
