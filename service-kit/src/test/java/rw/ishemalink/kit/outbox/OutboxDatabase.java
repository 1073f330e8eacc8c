package rw.ishemalink.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import rw.ishemalink.local.parts.SuiteParts;

/** A fresh database with the kit's tables and a table of counters to write beside the outbox. */
final class OutboxDatabase {

    private static final int CONNECTIONS = 16;

    private OutboxDatabase() {}

    static Jdbi create() {
        SuiteParts parts = SuiteParts.shared();
        String name = "outbox_" + UUID.randomUUID().toString().replace("-", "");
        parts.createDatabase(name);
        Flyway.configure()
                .dataSource(parts.jdbcUrl(name), parts.jdbcUser(), parts.jdbcPassword())
                .locations("db/kit")
                .load()
                .migrate();
        Jdbi jdbi = Jdbi.create(pool(parts, name)).installPlugin(new PostgresPlugin());
        jdbi.useHandle(sql -> {
            sql.execute("create table outbox_all partition of outbox default");
            sql.execute("create table counter (key uuid primary key, value bigint not null)");
        });
        return jdbi;
    }

    private static AgroalDataSource pool(SuiteParts parts, String database) {
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .exceptionSorter(e -> true)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(parts.jdbcUrl(database))
                                .principal(new NamePrincipal(parts.jdbcUser()))
                                .credential(new SimplePassword(parts.jdbcPassword()))));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
