package rw.ishemalink.compliance.audit;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import rw.ishemalink.compliance.audit.TrailVerifier.Noted;
import rw.ishemalink.compliance.audit.store.SealingStore;
import rw.ishemalink.compliance.audit.store.TrailStore;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.local.parts.JdbcAccess;

/** The trail on a fresh database of its own, without the service around it: nothing is sealed unless the test does. */
final class TrailDatabase {

    private static final int CONNECTIONS = 8;
    private static final int ALL = 100_000;

    final SealingStore sealings = new SealingStore();
    final TrailStore store = new TrailStore();
    final TrailSealing sealing = new TrailSealing(sealings);
    final TrailVerifier verifier = new TrailVerifier(store);
    final Jdbi jdbi;

    TrailDatabase() {
        JdbcAccess access = SharedParts.createDatabase();
        Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .locations("db/kit", "db/migration")
                .load()
                .migrate();
        jdbi = Jdbi.create(pool(access)).installPlugin(new PostgresPlugin());
    }

    private static AgroalDataSource pool(JdbcAccess access) {
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(60))
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(access.url())
                                .principal(new NamePrincipal(access.user()))
                                .credential(new SimplePassword(access.password()))));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(List<TrailEntry> entries) {
        jdbi.useTransaction(sql -> sealings.add(sql, entries));
    }

    /** Seals what waits; answers how many were taken from the queue. */
    int sealAll() {
        return jdbi.inTransaction(sql -> sealing.seal(sql, ALL));
    }

    TrailVerification verify(String tenant) {
        return verify(tenant, 1, ALL, Optional.empty());
    }

    TrailVerification verify(String tenant, long from, long atMost, Optional<Noted> noted) {
        return jdbi.inTransaction(sql -> verifier.verify(sql, tenant, from, atMost, noted));
    }

    /** What the database's owner can do who has switched off every trigger. */
    void tamper(String change, Object... arguments) {
        Consumer<Handle> work = sql -> {
            sql.execute("set local session_replication_role = replica");
            sql.execute(change, arguments);
        };
        jdbi.useTransaction(work::accept);
    }
}
