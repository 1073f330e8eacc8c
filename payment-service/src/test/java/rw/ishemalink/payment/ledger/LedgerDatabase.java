package rw.ishemalink.payment.ledger;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.payment.ledger.seal.Sealing;
import rw.ishemalink.payment.ledger.seal.Verification;
import rw.ishemalink.payment.ledger.seal.Verifier;
import rw.ishemalink.payment.ledger.statement.Statements;
import rw.ishemalink.payment.ledger.store.AccountStore;
import rw.ishemalink.payment.ledger.store.BalanceStore;
import rw.ishemalink.payment.ledger.store.SealStore;
import rw.ishemalink.payment.ledger.store.StatementStore;
import rw.ishemalink.payment.ledger.store.TransferStore;
import rw.ishemalink.payment.ledger.store.VerifyStore;

/** The ledger on a fresh database of its own, without the service around it: nothing is sealed unless the test does. */
public final class LedgerDatabase {

    private static final int CONNECTIONS = 24;
    private static final int ALL = 10_000;

    public final BalanceStore balances = new BalanceStore();
    public final Ledger ledger = new Ledger(new TransferStore(), balances);
    public final Books books = new Books(balances);
    public final Sealing sealing = new Sealing(new SealStore(), new AccountStore());
    public final Statements statements = new Statements(new StatementStore());
    public final Verifier verifier = new Verifier(new VerifyStore(), balances);
    public final Jdbi jdbi;

    public LedgerDatabase() {
        this(SharedParts.createDatabase());
    }

    /** The database is brought up to date, if it is not. */
    LedgerDatabase(JdbcAccess access) {
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

    /** Seals all that waits. */
    public void sealAll() {
        jdbi.useTransaction(sql -> sealing.seal(sql, ALL));
    }

    public Balance balance(String tenant) {
        return jdbi.inTransaction(sql -> books.now(sql, tenant));
    }

    Counters counters(String tenant, Account account) {
        return jdbi.withHandle(sql -> ledger.counters(sql, new AccountKey(tenant, account, null)));
    }

    Verification verify(String tenant) {
        return jdbi.inTransaction(sql -> verifier.verify(sql, tenant, Optional.empty()));
    }

    /** What the database's owner can do who has switched off every trigger, foreign keys among them. */
    public void tamper(Consumer<Handle> change) {
        jdbi.useTransaction(sql -> {
            sql.execute("set local session_replication_role = replica");
            change.accept(sql);
        });
    }
}
