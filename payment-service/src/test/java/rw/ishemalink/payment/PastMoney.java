package rw.ishemalink.payment;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.store.WalletSeal;

/** Payments of days that are long over, with their entries, put straight into the database. */
final class PastMoney {

    /** With the keys of the service under test. */
    private final WalletSeal seal = CDI.current().select(WalletSeal.class).get();

    private final Handle sql;
    private final String tenant;
    private final Provider provider;

    PastMoney(Handle sql, String tenant, Provider provider) {
        this.sql = sql;
        this.tenant = tenant;
        this.provider = provider;
    }

    /** A price that was paid and kept; answers the reference of the attempt. */
    UUID paid(long totalRwf, Instant at) {
        UUID reference = UUID.randomUUID();
        UUID payment = payment(reference, totalRwf, "SUCCEEDED", at);
        movement(reference, payment, "COLLECTION", null, "SUCCEEDED", at);
        book("COLLECTED", payment, reference, clearing(), "REVENUE", totalRwf, at);
        return reference;
    }

    /** An attempt that was refused; its payment is over. */
    UUID refused(long totalRwf, Instant at) {
        return attempt("FAILED", totalRwf, at);
    }

    /** An attempt that nobody knows anything of, and that nobody asks about by himself. */
    UUID undecided(long totalRwf, Instant at) {
        return attempt("PROMPTED", totalRwf, at);
    }

    private UUID attempt(String status, long totalRwf, Instant at) {
        UUID reference = UUID.randomUUID();
        movement(reference, payment(reference, totalRwf, "EXPIRED", at), "COLLECTION", null, status, at);
        return reference;
    }

    /** A price that was paid too late and went back; answers the reference of the refund. */
    UUID refundOf(UUID attempt, long totalRwf, Instant at) {
        UUID reference = UUID.randomUUID();
        movement(reference, paymentOf(attempt), "REFUND", attempt, "SUCCEEDED", at);
        book("REFUND_PAID", paymentOf(attempt), reference, "REFUNDS_PAYABLE", clearing(), totalRwf, at);
        return reference;
    }

    /** Money that came too late; answers the reference of the attempt. */
    UUID paidLate(long totalRwf, Instant at) {
        UUID reference = UUID.randomUUID();
        UUID payment = payment(reference, totalRwf, "REFUNDING", at);
        movement(reference, payment, "COLLECTION", null, "SURPLUS", at);
        book("COLLECTED_LATE", payment, reference, clearing(), "REFUNDS_PAYABLE", totalRwf, at);
        return reference;
    }

    private String clearing() {
        return "PAYER_CLEARING_" + provider;
    }

    private UUID paymentOf(UUID attempt) {
        return sql.createQuery("select payment_id from movement where reference = :attempt")
                .bind("attempt", attempt)
                .mapTo(UUID.class)
                .one();
    }

    private UUID payment(UUID reference, long totalRwf, String status, Instant at) {
        UUID paymentId = TimeOrderedId.next();
        sql.createUpdate("""
                        insert into payment (payment_id, tenant, booking_id, tracking_code, sender_id, payer_phone,
                               provider, total, vat, currency, correlation_id, expires_at, status, version, attempts,
                               latest_reference, transaction_id, succeeded_at, created_at)
                        values (:paymentId, :tenant, :bookingId, 'ISH-7K3M9QXA', :senderId, :phone, :provider, :total,
                                0, 'RWF', 'correlation-of-a-test', :at, :status, 1, 1, :reference, 'tx', :at, :at)""")
                .bind("paymentId", paymentId)
                .bind("tenant", tenant)
                .bind("bookingId", UUID.randomUUID())
                .bind("senderId", UUID.randomUUID())
                .bind("phone", seal.seal(WalletSeal.PAYER, paymentId, phone()))
                .bind("provider", provider)
                .bind("total", totalRwf)
                .bind("status", status)
                .bind("reference", reference)
                .bind("at", at)
                .execute();
        return paymentId;
    }

    private Msisdn phone() {
        return Msisdn.of(TestBooking.freshPhone(provider == Provider.MTN ? "78" : "73"));
    }

    private void movement(
            UUID reference, UUID payment, String kind, @Nullable UUID refundOf, String status, Instant at) {
        sql.createUpdate("""
                        insert into movement (reference, payment_id, tenant, kind, number, refund_of, provider, phone,
                               status, transaction_id, reason, tries, next_poll_at, sent_at, created_at)
                        values (:reference, :payment, :tenant, :kind, 1, :refundOf, :provider, :phone, :status,
                                'tx-' || :reference, 'of a test', 1,
                                case when :status = 'PROMPTED' then now() + interval '1 day' end, :at, :at)""")
                .bind("reference", reference)
                .bind("payment", payment)
                .bind("tenant", tenant)
                .bind("kind", kind)
                .bind("refundOf", refundOf)
                .bind("provider", provider)
                .bind("phone", seal.seal(WalletSeal.MOVEMENT, reference, phone()))
                .bind("status", status)
                .bind("at", at)
                .execute();
    }

    private void book(
            String kind, UUID payment, UUID reference, String debit, String credit, long amountRwf, Instant at) {
        sql.createUpdate("""
                        with made as (
                          insert into ledger_transfer (transfer_id, tenant, kind, phase, subject, subject_id, reference,
                                                       posted_at)
                          values (:id, :tenant, :kind, 'DIRECT', 'PAYMENT', :payment, :reference, :at)
                          returning transfer_id, tenant)
                        insert into ledger_entry (transfer_id, tenant, account, side, amount)
                        select transfer_id, tenant, line.account, line.side, :amount from made
                         cross join (values (:debit, 'DEBIT'), (:credit, 'CREDIT')) as line (account, side)""")
                .bind("id", TimeOrderedId.next())
                .bind("tenant", tenant)
                .bind("kind", kind)
                .bind("payment", payment)
                .bind("reference", reference)
                .bind("at", at)
                .bind("debit", debit)
                .bind("credit", credit)
                .bind("amount", amountRwf)
                .execute();
    }
}
