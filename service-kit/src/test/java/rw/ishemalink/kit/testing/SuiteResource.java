package rw.ishemalink.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.local.parts.SuiteParts;

/**
 * Real PostgreSQL and Kafka for a module's tests: started once per run, a database of its own per application start, the
 * topics made, tokens of {@link TestToken} trusted.
 */
public final class SuiteResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        SuiteParts parts = SuiteParts.shared();
        String database = "test_" + UUID.randomUUID().toString().replace("-", "");
        parts.createDatabase(database);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", parts.jdbcUrl(database));
        config.put("quarkus.datasource.username", parts.jdbcUser());
        config.put("quarkus.datasource.password", parts.jdbcPassword());
        config.put("kafka.bootstrap.servers", parts.bootstrapServers());
        config.put("mp.jwt.verify.issuer", TestToken.ISSUER);
        config.put("mp.jwt.verify.publickey", TestToken.publicKeyPem());
        config.put("mp.jwt.verify.publickey.location", "");
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.log.console.json.enabled", "false");
        return config;
    }

    @Override
    public void stop() {
        // The parts live until the run ends: starting them once is what keeps the tests fast.
    }
}
