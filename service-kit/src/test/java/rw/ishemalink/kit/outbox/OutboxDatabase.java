package rw.ishemalink.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.local.parts.JdbcAccess;

/** A fresh database with the kit's tables and a table of counters to write beside the outbox. */
final class OutboxDatabase {

    private static final int CONNECTIONS = 16;

    private final JdbcAccess access = SharedParts.createDatabase();

    OutboxDatabase() {
        Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .locations("db/kit")
                .load()
                .migrate();
        connect("setup").useHandle(sql -> {
            sql.execute("create table outbox_all partition of outbox default");
            sql.execute("create table counter (key uuid primary key, value bigint not null)");
        });
    }

    JdbcAccess access() {
        return access;
    }

    /** A pool of its own; PostgreSQL knows its sessions by that name. */
    Jdbi connect(String application) {
        return Jdbi.create(pool(application)).installPlugin(new PostgresPlugin());
    }

    private AgroalDataSource pool(String application) {
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(60))
                        .exceptionSorter(e -> true)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(access.url())
                                .jdbcProperty("ApplicationName", application)
                                .principal(new NamePrincipal(access.user()))
                                .credential(new SimplePassword(access.password()))));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
