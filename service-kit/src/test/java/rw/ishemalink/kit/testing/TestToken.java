package rw.ishemalink.kit.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.schemas.identity.KycLevel;

/** Makes the tokens that identity-service would, with a key of the test run. */
public final class TestToken {

    /** The issuer that tests trust. */
    public static final String ISSUER = "https://test.ishemalink.rw";

    private static final KeyPair KEYS = generate();
    private static final Duration LIFE = Duration.ofHours(1);

    private final JwtClaimsBuilder claims;
    private Instant expiresAt = Instant.now().plus(LIFE);

    private TestToken(List<String> roles) {
        claims = Jwt.issuer(ISSUER)
                .audience("ishemalink")
                .groups(new java.util.HashSet<>(roles))
                .claim("tenant", "ishemalink")
                .claim("locale", "en")
                .subject(UUID.randomUUID().toString());
    }

    /** A token of a new person with those roles in tenant ishemalink, valid for an hour. */
    public static TestToken of(Role... roles) {
        return new TestToken(Stream.of(roles).map(Role::name).toList());
    }

    public TestToken person(UUID personId) {
        claims.subject(personId.toString());
        return this;
    }

    public TestToken tenant(String tenant) {
        claims.claim("tenant", tenant);
        return this;
    }

    public TestToken operator(UUID operatorId) {
        claims.claim("operator", operatorId.toString());
        return this;
    }

    public TestToken phone(String phone) {
        claims.claim("phone_number", phone);
        return this;
    }

    public TestToken email(String email) {
        claims.claim("email", email);
        return this;
    }

    /** Of that login: {@code sid}. */
    public TestToken session(UUID sessionId) {
        claims.claim("sid", sessionId.toString());
        return this;
    }

    /** How well the person is identified. */
    public TestToken kyc(KycLevel level) {
        claims.claim("kyc", level.name());
        return this;
    }

    /** Of an official or a client of that agency. */
    public TestToken agency(String agency) {
        claims.claim("agency", agency);
        return this;
    }

    /** Of a client with those scopes. */
    public TestToken client(String clientId, String... scopes) {
        claims.claim("client_id", clientId).claim("scope", String.join(" ", scopes));
        return this;
    }

    public TestToken language(String language) {
        claims.claim("locale", language);
        return this;
    }

    public TestToken issuer(String issuer) {
        claims.issuer(issuer);
        return this;
    }

    public TestToken expired() {
        expiresAt = Instant.now().minus(LIFE);
        return this;
    }

    /** The token's text. */
    public String sign() {
        return sign(KEYS);
    }

    /** A token that looks right but is signed with somebody else's key. */
    public String signWithForeignKey() {
        return sign(generate());
    }

    /** The token's text, signed with the key of that id: for the service that issues tokens and takes only its own. */
    public String signWith(PrivateKey key, String keyId) {
        return timed().jws().algorithm(SignatureAlgorithm.ES256).keyId(keyId).sign(key);
    }

    private String sign(KeyPair keys) {
        return timed().jws().algorithm(SignatureAlgorithm.ES256).sign(keys.getPrivate());
    }

    private JwtClaimsBuilder timed() {
        return claims.issuedAt(expiresAt.minus(LIFE)).expiresAt(expiresAt);
    }

    /** Where services find the public key: {@code mp.jwt.verify.publickey.location}. */
    public static String publicKeyLocation() {
        String body = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        try {
            Path file = Files.createTempFile("test-token", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----");
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
