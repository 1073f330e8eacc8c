package rw.ishemalink.payment.payouts.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.collecting.store.Leases;
import rw.ishemalink.payment.collecting.store.WalletSeal;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.payouts.Origin;
import rw.ishemalink.payment.payouts.PartyPayout;

/** Payouts in the database. */
@ApplicationScoped
public class PayoutStore {

    /**
     * Which payouts of a list.
     *
     * @param party only those of that driver or operator; null for all
     * @param before only those with a lower number
     * @param limit most
     */
    public record Wanted(@Nullable UUID party, long before, int limit) {}

    private static final Leases LEASES = new Leases("payout", "%1$s = 'SUCCEEDED'");

    private static final String INSERT = """
            insert into payout (reference, tenant, account, party, amount, provider, phone, reservation, sync_id, asked,
                                requested_by, run_id)
            values (:reference, :tenant, :account, :party, :amount, :provider, :phone, :reservation, :syncId, :asked,
                    :requestedBy, :runId)
            returning *""";

    private static final String TODAY = """
            select coalesce(sum(amount), 0)::bigint from payout
             where tenant = :tenant and account = :account and party = :party and status <> 'FAILED'
               and created_at >= date_trunc('day', now(), 'Africa/Kigali')""";

    private static final String BY_SYNC_ID = """
            select * from payout where tenant = :tenant and requested_by = :requestedBy and sync_id = :syncId""";

    private static final String LIST = """
            select * from payout
             where tenant = :tenant and number < :before and (:party::uuid is null or party = :party::uuid)
             order by number desc limit :limit""";

    private static final String LIST_OWN = """
            select * from payout
             where tenant = :tenant and number < :before and (:party::uuid is null or party = :party::uuid)
               and ((account = 'DRIVER_PAYABLE' and party = :driver::uuid)
                 or (account = 'OPERATOR_PAYABLE' and party = :operator::uuid))
             order by number desc limit :limit""";

    private final WalletSeal seal;
    private final PaymentConfig config;

    public PayoutStore(WalletSeal seal, PaymentConfig config) {
        this.seal = seal;
        this.config = config;
    }

    /** Records a payout before anything is sent; it is due at once. */
    public PartyPayout insert(
            Handle sql,
            UUID reference,
            AccountKey account,
            Wallet wallet,
            long amountRwf,
            UUID reservation,
            Origin origin) {
        return sql.createQuery(INSERT)
                .bind("reference", reference)
                .bind("tenant", account.tenant())
                .bind("account", account.account().name())
                .bind("party", account.party())
                .bind("amount", amountRwf)
                .bind("provider", wallet.provider().name())
                .bind("phone", seal.seal(WalletSeal.PAYOUT, reference, wallet.phone()))
                .bind("reservation", reservation)
                .bind("syncId", origin.syncId())
                .bind("asked", origin.askedRwf())
                .bind("requestedBy", origin.requestedBy())
                .bind("runId", origin.runId())
                .map(this::payout)
                .one();
    }

    /** What the account's party was sent today in Kigali, by the database's clock, or is being sent. */
    public long sumOfToday(Handle sql, AccountKey account) {
        return sql.createQuery(TODAY)
                .bind("tenant", account.tenant())
                .bind("account", account.account().name())
                .bind("party", account.party())
                .mapTo(Long.class)
                .one();
    }

    /** Payouts through that provider that are due and that no other worker holds, locked. */
    public List<PartyPayout> listDueLocked(Handle sql, Provider provider, int limit) {
        return LEASES.listDueLocked(sql, "select * from payout ", provider, limit, this::payout, config.forgetAfter());
    }

    /** Leaves the payouts to one worker for a while. From here on an order that is to be sent counts as sent. */
    public void claim(Handle sql, Map<UUID, Step> steps) {
        LEASES.claim(sql, steps, config.claimFor());
    }

    /** Writes what is now known and frees the claim. */
    public void record(Handle sql, PartyPayout before, MovementState after, Optional<Duration> pause) {
        LEASES.record(sql, List.of(new Leases.Known(before.reference(), after, pause)));
    }

    /** Someone says that there is news: failed payouts are asked about again too. Answers which of them there are. */
    public Set<UUID> hint(Handle sql, Collection<UUID> references) {
        return LEASES.hint(sql, references);
    }

    /** The payout, locked. */
    public PartyPayout getLocked(Handle sql, UUID reference) {
        return sql.createQuery("select * from payout where reference = :reference for update")
                .bind("reference", reference)
                .map(this::payout)
                .one();
    }

    public Optional<PartyPayout> find(Handle sql, UUID reference) {
        return sql.createQuery("select * from payout where reference = :reference")
                .bind("reference", reference)
                .map(this::payout)
                .findOne();
    }

    /** What the same person asked for before under the same syncId. */
    public Optional<PartyPayout> findBySyncId(Handle sql, String tenant, Origin origin) {
        return sql.createQuery(BY_SYNC_ID)
                .bind("tenant", tenant)
                .bind("requestedBy", origin.requestedBy())
                .bind("syncId", origin.syncId())
                .map(this::payout)
                .findOne();
    }

    /** The tenant's payouts, newest first. */
    public List<PartyPayout> list(Handle sql, String tenant, Wanted wanted) {
        return sql.createQuery(LIST)
                .bind("tenant", tenant)
                .bind("party", wanted.party())
                .bind("before", wanted.before())
                .bind("limit", wanted.limit())
                .map(this::payout)
                .list();
    }

    /** Those of that driver and that operator, newest first. */
    public List<PartyPayout> listOwn(
            Handle sql, String tenant, Optional<UUID> driver, Optional<UUID> operator, Wanted wanted) {
        return sql.createQuery(LIST_OWN)
                .bind("tenant", tenant)
                .bind("party", wanted.party())
                .bind("driver", driver.orElse(null))
                .bind("operator", operator.orElse(null))
                .bind("before", wanted.before())
                .bind("limit", wanted.limit())
                .map(this::payout)
                .list();
    }

    private PartyPayout payout(ResultSet row, StatementContext context) throws SQLException {
        return PayoutRow.payout(seal, row);
    }
}
