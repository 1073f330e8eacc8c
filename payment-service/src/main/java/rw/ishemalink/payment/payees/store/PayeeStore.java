package rw.ishemalink.payment.payees.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.collecting.store.WalletSeal;
import rw.ishemalink.payment.config.PayoutConfig;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.payees.DriverNews;
import rw.ishemalink.payment.payees.Payee;
import rw.ishemalink.payment.payees.WalletChange;

/** Payees in the database. */
@ApplicationScoped
public class PayeeStore {

    /** A compacted topic may bring a change again, or an older one late: only a newer one counts. */
    private static final String KEEP_DRIVER = """
            insert into driver_payee (driver_id, tenant, operator_id, active, sequence)
            values (:driverId, :tenant, :operatorId, :active, :sequence)
            on conflict (driver_id) do update
               set tenant = excluded.tenant, operator_id = excluded.operator_id, active = excluded.active,
                   sequence = excluded.sequence
             where driver_payee.sequence < excluded.sequence""";

    private static final String KEEP_OPERATOR = """
            insert into operator_payee (tenant, operator_id) values (:tenant, :operatorId) on conflict do nothing""";

    private static final String LOCK_OPERATOR = """
            select true from operator_payee where tenant = :tenant and operator_id = :operatorId for update""";

    private static final String NEWEST = """
            select change_id, provider, phone from wallet_change
             where tenant = :tenant and account = :account and party = :party
             order by change_id desc limit 1""";

    private static final String NEXT_ID = "select nextval(pg_get_serial_sequence('wallet_change', 'change_id'))";

    /** The id is taken before, for the phone is sealed for it. */
    private static final String ADD_WALLET = """
            insert into wallet_change (change_id, tenant, account, party, provider, phone, changed_by, usable_from)
            overriding system value
            select :changeId, :tenant, :account, :party, :provider, :phone, cast(:changedBy as uuid),
                   now() + :restMillis * interval '1 millisecond'
             where not exists (select from erased_person where person_id = :party)""";

    private static final String ACTIVE = """
            select case :account
                     when 'OPERATOR_PAYABLE' then
                       (select true from operator_payee where tenant = :tenant and operator_id = :party)
                     else (select active from driver_payee where tenant = :tenant and driver_id = :party)
                   end""";

    private static final String WALLETS = """
            select change_id, provider, phone, changed_by, changed_at, usable_from, usable_from > now() as rests
              from wallet_change where tenant = :tenant and account = :account and party = :party
             order by change_id desc limit 100""";

    private final WalletSeal seal;
    private final PayoutConfig config;

    public PayeeStore(WalletSeal seal, PayoutConfig config) {
        this.seal = seal;
        this.config = config;
    }

    /** False when what is known of the driver is as new or newer. */
    public boolean keepDriver(Handle sql, DriverNews news) {
        return sql.createUpdate(KEEP_DRIVER)
                        .bind("driverId", news.driverId())
                        .bind("tenant", news.tenant())
                        .bind("operatorId", news.operatorId())
                        .bind("active", news.active())
                        .bind("sequence", news.sequence())
                        .execute()
                == 1;
    }

    /** Keeps that the tenant has that operator. */
    public void keepOperator(Handle sql, String tenant, UUID operatorId) {
        sql.createUpdate(KEEP_OPERATOR)
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .execute();
    }

    /** Other changes of the operator wait until the transaction ends. False when the tenant has no such operator. */
    public boolean lockOperator(Handle sql, String tenant, UUID operatorId) {
        return sql.createQuery(LOCK_OPERATOR)
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    /**
     * A new wallet from now on; nothing, if it is the one that counts. The first one may be used at once: there is none whose
     * money it could take away.
     */
    public void addWallet(Handle sql, AccountKey account, Wallet wallet, @Nullable UUID changedBy) {
        Optional<Wallet> before = of(account, sql.createQuery(NEWEST))
                .map((row, _) -> wallet(row))
                .findOne();
        if (before.filter(wallet::equals).isPresent()) {
            return;
        }
        long changeId = sql.createQuery(NEXT_ID).mapTo(Long.class).one();
        of(account, sql.createUpdate(ADD_WALLET))
                .bind("changeId", changeId)
                .bind("provider", wallet.provider().name())
                .bind("phone", seal.seal(WalletSeal.PAYEE, changeId, wallet.phone()))
                .bind("changedBy", changedBy)
                .bind("restMillis", before.isEmpty() ? 0 : config.walletRest().toMillis())
                .execute();
    }

    /** The payee of that account, with the latest hundred wallets. */
    public Optional<Payee> find(Handle sql, AccountKey account) {
        return of(account, sql.createQuery(ACTIVE))
                .mapTo(Boolean.class)
                .findOne()
                .map(active -> {
                    List<WalletChange> wallets = of(account, sql.createQuery(WALLETS))
                            .map(this::change)
                            .list();
                    return new Payee(account, active, wallets);
                });
    }

    private static <S extends SqlStatement<S>> S of(AccountKey account, S statement) {
        return statement
                .bind("tenant", account.tenant())
                .bind("account", account.account().name())
                .bind("party", account.party());
    }

    private WalletChange change(ResultSet row, StatementContext context) throws SQLException {
        return new WalletChange(
                wallet(row),
                row.getObject("changed_by", UUID.class),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("usable_from").toInstant(),
                row.getBoolean("rests"));
    }

    private Wallet wallet(ResultSet row) throws SQLException {
        return new Wallet(
                Provider.valueOf(row.getString("provider")),
                seal.open(WalletSeal.PAYEE, row.getLong("change_id"), row));
    }
}
