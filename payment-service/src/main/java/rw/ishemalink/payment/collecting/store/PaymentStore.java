package rw.ishemalink.payment.collecting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payment;
import rw.ishemalink.payment.collecting.PaymentStatus;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Terms;

/** Payments in the database. A change is written only over the version that it was decided on. */
@ApplicationScoped
public class PaymentStore {

    private static final String INSERT = """
            insert into payment (payment_id, tenant, booking_id, tracking_code, sender_id, payer_phone, provider,
                                 total, vat, currency, correlation_id, expires_at, status, version, attempts,
                                 latest_reference)
            values (:paymentId, :tenant, :bookingId, :trackingCode, :senderId, :payer, :provider,
                    :total, :vat, :currency, :correlationId, :expiresAt, :status, :version, :attempts, :reference)
            on conflict (booking_id) do nothing""";

    private static final String UPDATE = """
            update payment
               set status = :status, version = :version, attempts = :attempts, latest_reference = :reference,
                   transaction_id = :transactionId, reason = :reason, succeeded_at = :succeededAt
             where payment_id = :paymentId and version = :before""";

    private static final String OVERDUE = """
            select * from payment where status = 'PENDING' and expires_at <= now()
             order by expires_at limit :limit for update skip locked""";

    private static final String LAG_SECONDS = """
            select coalesce(extract(epoch from now() - min(expires_at)), 0) from payment
             where status = 'PENDING' and expires_at <= now()""";

    /** False when the booking already has a payment. */
    public boolean insert(Handle sql, Payment payment) {
        Terms terms = payment.terms();
        return sql.createUpdate(INSERT)
                        .bind("paymentId", payment.paymentId())
                        .bind("tenant", terms.tenant())
                        .bind("bookingId", terms.bookingId())
                        .bind("trackingCode", terms.trackingCode())
                        .bind("senderId", terms.senderId())
                        .bind("payer", terms.payer().digits())
                        .bind("provider", terms.provider().name())
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
     * Writes how the payment now stands.
     *
     * @throws IllegalStateException when it is no longer at the version that the change was decided on
     */
    public void update(Handle sql, Payment payment, long before) {
        int updated = sql.createUpdate(UPDATE)
                .bind("paymentId", payment.paymentId())
                .bind("before", before)
                .bind("status", payment.status().name())
                .bind("version", payment.version())
                .bind("attempts", payment.attempts())
                .bind("reference", payment.latestReference())
                .bind("transactionId", payment.transactionId())
                .bind("reason", payment.reason())
                .bind("succeededAt", payment.succeededAt())
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("payment " + payment.paymentId() + " was changed without its lock");
        }
    }

    /** The payment as it stands. */
    public Payment get(Handle sql, UUID paymentId) {
        return sql.createQuery("select * from payment where payment_id = :paymentId")
                .bind("paymentId", paymentId)
                .map(PaymentStore::payment)
                .one();
    }

    /** The payment, locked until the transaction ends. */
    public Payment getLocked(Handle sql, UUID paymentId) {
        return sql.createQuery("select * from payment where payment_id = :paymentId for update")
                .bind("paymentId", paymentId)
                .map(PaymentStore::payment)
                .one();
    }

    /** The tenant's payment of that id, locked until the transaction ends. */
    public Optional<Payment> findLocked(Handle sql, String tenant, UUID paymentId) {
        return sql.createQuery("select * from payment where payment_id = :paymentId and tenant = :tenant for update")
                .bind("paymentId", paymentId)
                .bind("tenant", tenant)
                .map(PaymentStore::payment)
                .findOne();
    }

    /** The tenant's payment of that booking, locked until the transaction ends. */
    public Optional<Payment> findLockedByBooking(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery("select * from payment where booking_id = :bookingId and tenant = :tenant for update")
                .bind("bookingId", bookingId)
                .bind("tenant", tenant)
                .map(PaymentStore::payment)
                .findOne();
    }

    /** The tenant's payment of that booking. */
    public Optional<Payment> findByBooking(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery("select * from payment where booking_id = :bookingId and tenant = :tenant")
                .bind("bookingId", bookingId)
                .bind("tenant", tenant)
                .map(PaymentStore::payment)
                .findOne();
    }

    /** Pending payments whose window closed by the database's clock, those that nobody else holds, locked. */
    public List<Payment> listOverdueLocked(Handle sql, int limit) {
        return sql.createQuery(OVERDUE)
                .bind("limit", limit)
                .map(PaymentStore::payment)
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

    static Payment payment(ResultSet row, StatementContext context) throws SQLException {
        return new Payment(
                row.getObject("payment_id", UUID.class),
                terms(row),
                PaymentStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInt("attempts"),
                row.getObject("latest_reference", UUID.class),
                row.getString("transaction_id"),
                row.getString("reason"),
                instant(row.getTimestamp("succeeded_at")));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getObject("booking_id", UUID.class),
                row.getString("tenant"),
                row.getObject("sender_id", UUID.class),
                new Msisdn(row.getString("payer_phone")),
                Provider.valueOf(row.getString("provider")),
                new Amount(row.getLong("total"), row.getLong("vat"), row.getString("currency")),
                row.getString("tracking_code"),
                row.getString("correlation_id"),
                row.getTimestamp("expires_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
