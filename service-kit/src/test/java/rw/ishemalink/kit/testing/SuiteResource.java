package rw.ishemalink.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import rw.ishemalink.local.parts.JdbcAccess;

/**
 * Real PostgreSQL and Kafka for a module's tests: started once per run, a database of its own per application start, the
 * topics made, tokens of {@link TestToken} trusted.
 */
public final class SuiteResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        JdbcAccess database = SharedParts.createDatabase();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                // Requests that race open their connections one by one: a busy machine takes longer than production
                // waits.
                "quarkus.datasource.jdbc.acquisition-timeout", "60S",
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", SharedParts.bootstrapServers(),
                "mp.jwt.verify.issuer", TestToken.ISSUER,
                "mp.jwt.verify.publickey.location", TestToken.publicKeyLocation(),
                "quarkus.http.test-port", "0",
                "quarkus.log.console.json.enabled", "false");
    }

    @Override
    public void stop() {
        // The parts live until the run ends: starting them once is what keeps the tests fast.
    }
}
