package rw.ishemalink.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import rw.ishemalink.local.parts.JdbcAccess;

/**
 * Real PostgreSQL and Kafka for a module's tests: started once per run, a database of its own per application start, the
 * topics made, tokens of {@link TestToken} trusted.
 */
public final class SuiteResource implements QuarkusTestResourceLifecycleManager {

    private static final int KEY_BYTES = 32;
    private static final String CIPHER_KEY = newKey();
    private static final String INDEX_KEY = newKey();

    /** A key as services are given it: 32 random bytes in base64. */
    public static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public Map<String, String> start() {
        JdbcAccess database = SharedParts.createDatabase();
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.url()),
                // Requests that race open their connections one by one: a busy machine takes longer than production
                // waits.
                Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "60S"),
                Map.entry("ishema.group-patience", "PT60S"),
                Map.entry("quarkus.datasource.username", database.user()),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("kafka.bootstrap.servers", SharedParts.bootstrapServers()),
                Map.entry("mp.jwt.verify.issuer", TestToken.ISSUER),
                Map.entry("mp.jwt.verify.publickey.location", TestToken.publicKeyLocation()),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.log.console.json.enabled", "false"),
                Map.entry("ishema.cipher.keys", "test:" + CIPHER_KEY),
                Map.entry("ishema.cipher.index-key", INDEX_KEY));
    }

    @Override
    public void stop() {
        // The parts live until the run ends: starting them once is what keeps the tests fast.
    }
}
