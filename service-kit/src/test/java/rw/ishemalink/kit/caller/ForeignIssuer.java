package rw.ishemalink.kit.caller;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import rw.ishemalink.kit.testing.SuiteResource;

/** Another issuer than identity-service: signs as Keycloak does, and serves its keys over HTTP as Keycloak does. */
public final class ForeignIssuer implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "https://login.example.rw/realms/transport";

    /** By way of the settings: the tests may know this class from another class loader than who serves the keys. */
    private static final String KEY_SETTING = "test.foreign-issuer.key";

    private final RsaJsonWebKey key = newKey();
    private final SuiteResource suite = new SuiteResource();
    private final HttpServer server = newServer();

    @Override
    public Map<String, String> start() {
        server.start();
        Map<String, String> settings = new HashMap<>(suite.start());
        settings.remove("mp.jwt.verify.issuer");
        settings.remove("mp.jwt.verify.publickey.location");
        settings.put(KEY_SETTING, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        settings.put("ISHEMA_ISSUER", ISSUER);
        settings.put(
                "ISHEMA_JWKS_URL",
                "http://127.0.0.1:" + server.getAddress().getPort()
                        + "/realms/transport/protocol/openid-connect/certs");
        settings.put("ISHEMA_AUDIENCE", "logistics");
        settings.put("ISHEMA_TOKEN_ALGORITHM", "RS256");
        settings.put("ISHEMA_ROLES_CLAIM", "realm_access/roles");
        settings.put("ISHEMA_TENANT_CLAIM", "organization/alias");
        settings.put("ISHEMA_DEFAULT_TENANT", "ishemalink");
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
        suite.stop();
    }

    /** Claims as Keycloak writes them, of a person with those roles of the realm. */
    static JwtClaimsBuilder claims(UUID person, List<String> roles) {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience("logistics")
                .subject(person.toString())
                .claim("typ", "Bearer")
                .claim("azp", "app")
                .claim("sid", "d4b2ff0e-not-a-uuid")
                .claim("scope", "openid profile profile")
                .claim("realm_access", Map.of("roles", roles))
                .claim("preferred_username", "uwase")
                .expiresIn(Duration.ofMinutes(5));
    }

    static String sign(JwtClaimsBuilder claims) {
        return sign(claims, keyOfTheIssuer());
    }

    static String signAsStranger(JwtClaimsBuilder claims) {
        return sign(claims, newKey());
    }

    private static String sign(JwtClaimsBuilder claims, RsaJsonWebKey key) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.getKeyId())
                .sign(key.getRsaPrivateKey());
    }

    private HttpServer newServer() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JsonWebKeySet(key)
                    .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            made.createContext("/realms/transport/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RsaJsonWebKey keyOfTheIssuer() {
        try {
            return new RsaJsonWebKey(
                    JsonUtil.parseJson(ConfigProvider.getConfig().getValue(KEY_SETTING, String.class)));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every one with the same name: a stranger's cannot be told from the issuer's by it. */
    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId("the-key");
            made.setAlgorithm("RS256");
            made.setUse("sig");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
