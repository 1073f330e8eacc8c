package rw.ishemalink.payment.collecting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Payment;
import rw.ishemalink.payment.collecting.PaymentStatus;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.collecting.Wallet;

/** Payments in the database. A change is written only over the version that it was decided on. */
@ApplicationScoped
public class PaymentStore {

    /** A payment at a moment of the database's clock: the only one that money is judged by. */
    public record Seen(Payment payment, Instant at) {}

    /** How a payment now stands, and the version that this was decided on. */
    public record Update(Payment after, long before) {}

    private static final String INSERT = """
            with started as (
              insert into payment (payment_id, tenant, booking_id, tracking_code, sender_id, payer_phone, provider,
                                   total, vat, currency, correlation_id, expires_at, status, version, attempts,
                                   latest_reference)
              values (:paymentId, :tenant, :bookingId, :trackingCode, :senderId, :payer, :provider,
                      :total, :vat, :currency, :correlationId, :expiresAt, :status, :version, :attempts, :reference)
              on conflict (booking_id) do nothing
              returning payment_id, tenant, attempts, latest_reference)
            insert into movement (reference, payment_id, tenant, kind, number, provider, phone, status, next_poll_at)
            select latest_reference, payment_id, tenant, 'COLLECTION', attempts, :provider, :phone, 'CREATED', now()
              from started""";

    private static final Columns<Update> UPDATES = new Columns<Update>()
            .with("updated", "uuid", update -> update.after().paymentId())
            .with("version_before", "bigint", Update::before)
            .with("new_provider", "text", update -> update.after().provider())
            .with("new_status", "text", update -> update.after().status())
            .with("new_version", "bigint", update -> update.after().version())
            .with("new_attempts", "int", update -> update.after().attempts())
            .with("new_reference", "uuid", update -> update.after().latestReference())
            .with("new_transaction_id", "text", update -> update.after().transactionId())
            .with("new_reason", "text", update -> update.after().reason())
            .with("new_succeeded_at", "timestamptz", update -> update.after().succeededAt())
            .with("new_commission", "bigint", update -> update.after().commission());

    private static final String UPDATE =
            """
            update payment
               set provider = new_provider, status = new_status, version = new_version, attempts = new_attempts,
                   latest_reference = new_reference, transaction_id = new_transaction_id, reason = new_reason,
                   succeeded_at = new_succeeded_at, commission = new_commission
              from\s""" + UPDATES.relation("change") + " where payment_id = updated and version = version_before";

    /** Whoever wants several never waits for one while it holds another. */
    private static final String FREE = """
            select *, now() as now from payment where payment_id = any(:paymentIds)
             order by payment_id for update skip locked""";

    private static final String OVERDUE = """
            select * from payment where status = 'PENDING' and expires_at <= now()
             order by expires_at limit :limit for update skip locked""";

    private static final String LAG_SECONDS = """
            select coalesce(extract(epoch from now() - min(expires_at)), 0) from payment
             where status = 'PENDING' and expires_at <= now()""";

    private final WalletSeal seal;

    PaymentStore(WalletSeal seal) {
        this.seal = seal;
    }

    /** With its first attempt, which is due at once. False when the booking already has a payment. */
    public boolean insert(Handle sql, Payment payment, Wallet wallet) {
        Terms terms = payment.terms();
        return sql.createUpdate(INSERT)
                        .bind("paymentId", payment.paymentId())
                        .bind("tenant", terms.tenant())
                        .bind("bookingId", terms.bookingId())
                        .bind("trackingCode", terms.trackingCode())
                        .bind("senderId", terms.senderId())
                        .bind("payer", seal.seal(WalletSeal.PAYER, payment.paymentId(), terms.payer()))
                        .bind("provider", wallet.provider().name())
                        .bind("phone", seal.seal(WalletSeal.MOVEMENT, payment.latestReference(), wallet.phone()))
                        .bind("total", terms.amount().total())
                        .bind("vat", terms.amount().vat())
                        .bind("currency", terms.amount().currency())
                        .bind("correlationId", terms.correlationId())
                        .bind("expiresAt", terms.expiresAt())
                        .bind("status", payment.status().name())
                        .bind("version", payment.version())
                        .bind("attempts", payment.attempts())
                        .bind("reference", payment.latestReference())
                        .execute()
                == 1;
    }

    /**
     * Writes how payments now stand.
     *
     * @throws IllegalStateException when one is no longer at the version that the change was decided on
     */
    public void update(Handle sql, List<Update> updates) {
        int updated = UPDATES.bindTo(sql.createUpdate(UPDATE), updates).execute();
        if (updated != updates.size()) {
            List<UUID> all =
                    updates.stream().map(update -> update.after().paymentId()).toList();
            throw new IllegalStateException("a payment was changed without its lock, one of " + all);
        }
    }

    /** Payments as they stand now, by the database's clock. */
    public List<Seen> list(Handle sql, Collection<UUID> paymentIds) {
        return listSeen(sql, "select *, now() as now from payment where payment_id = any(:paymentIds)", paymentIds);
    }

    /** Those of the payments that nobody else holds, locked until the transaction ends. */
    public List<Seen> listFreeLocked(Handle sql, Collection<UUID> paymentIds) {
        return listSeen(sql, FREE, paymentIds);
    }

    private List<Seen> listSeen(Handle sql, String query, Collection<UUID> paymentIds) {
        return sql.createQuery(query)
                .bindArray("paymentIds", UUID.class, paymentIds)
                .map((row, context) -> seen(row))
                .list();
    }

    /** The payment, locked until the transaction ends. */
    public Seen getLocked(Handle sql, UUID paymentId) {
        return sql.createQuery("select *, now() as now from payment where payment_id = :paymentId for update")
                .bind("paymentId", paymentId)
                .map((row, context) -> seen(row))
                .one();
    }

    /** The tenant's payment of that id, locked until the transaction ends. */
    public Optional<Payment> findLocked(Handle sql, String tenant, UUID paymentId) {
        return sql.createQuery("select * from payment where payment_id = :paymentId and tenant = :tenant for update")
                .bind("paymentId", paymentId)
                .bind("tenant", tenant)
                .map((row, context) -> payment(row))
                .findOne();
    }

    /** The tenant's payment of that booking, locked until the transaction ends. */
    public Optional<Payment> findLockedByBooking(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery("select * from payment where booking_id = :bookingId and tenant = :tenant for update")
                .bind("bookingId", bookingId)
                .bind("tenant", tenant)
                .map((row, context) -> payment(row))
                .findOne();
    }

    /** The tenant's payment of that booking. */
    public Optional<Payment> findByBooking(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery("select * from payment where booking_id = :bookingId and tenant = :tenant")
                .bind("bookingId", bookingId)
                .bind("tenant", tenant)
                .map((row, context) -> payment(row))
                .findOne();
    }

    /** Pending payments whose window closed by the database's clock, those that nobody else holds, locked. */
    public List<Payment> listOverdueLocked(Handle sql, int limit) {
        return sql.createQuery(OVERDUE)
                .bind("limit", limit)
                .map((row, context) -> payment(row))
                .list();
    }

    /** Age of the oldest deadline that nobody has recorded yet, in seconds. */
    public double lagSeconds(Handle sql) {
        return sql.createQuery(LAG_SECONDS).mapTo(Double.class).one();
    }

    /** The database's clock: the only one that money is judged by. */
    public Instant now(Handle sql) {
        return sql.createQuery("select now()").mapTo(Instant.class).one();
    }

    private Seen seen(ResultSet row) throws SQLException {
        return new Seen(payment(row), row.getTimestamp("now").toInstant());
    }

    private Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject("payment_id", UUID.class),
                terms(row),
                Provider.valueOf(row.getString("provider")),
                PaymentStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInt("attempts"),
                row.getObject("latest_reference", UUID.class),
                row.getString("transaction_id"),
                row.getString("reason"),
                instant(row.getTimestamp("succeeded_at")),
                row.getObject("commission", Long.class));
    }

    private Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getObject("booking_id", UUID.class),
                row.getString("tenant"),
                row.getObject("sender_id", UUID.class),
                seal.open(WalletSeal.PAYER, row.getObject("payment_id", UUID.class), row),
                new Amount(row.getLong("total"), row.getLong("vat"), row.getString("currency")),
                row.getString("tracking_code"),
                row.getString("correlation_id"),
                row.getTimestamp("expires_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
