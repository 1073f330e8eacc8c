package rw.ishemalink.kit.reads;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;

/** Connections to the replica, apart from those that write: reports that wait for it keep nobody from booking. */
final class ReplicaPool {

    private static final String CONNECT_SECONDS = "2";

    /** Longer than any report takes; a machine that froze is given up then. */
    private static final String SOCKET_SECONDS = "30";

    /** Like the primary's, and nothing may be written should the address come to be a primary's. */
    private static final String NEW_CONNECTION = "set time zone 'UTC'; set default_transaction_read_only = on";

    private ReplicaPool() {}

    static AgroalDataSource open(String url, ReadsConfig config) {
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.minSize(0)
                            .maxSize(config.maxSize())
                            .acquisitionTimeout(Duration.ofSeconds(3))
                            .reapTimeout(Duration.ofMinutes(5))
                            .idleValidationTimeout(Duration.ofSeconds(10))
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionValidator(ConnectionValidator.defaultValidator())
                            .connectionFactoryConfiguration(factory -> reach(factory, url, config))));
        } catch (SQLException e) {
            throw new IllegalArgumentException("ISHEMA_READ_JDBC_URL cannot be used: " + url, e);
        }
    }

    private static AgroalConnectionFactoryConfigurationSupplier reach(
            AgroalConnectionFactoryConfigurationSupplier factory, String url, ReadsConfig config) {
        config.username().ifPresent(user -> factory.principal(new NamePrincipal(user)));
        config.password().ifPresent(password -> factory.credential(new SimplePassword(password)));
        return factory.jdbcUrl(url)
                .connectionProviderClassName("org.postgresql.Driver")
                .initialSql(NEW_CONNECTION)
                .jdbcProperty("connectTimeout", CONNECT_SECONDS)
                .jdbcProperty("socketTimeout", SOCKET_SECONDS);
    }
}
