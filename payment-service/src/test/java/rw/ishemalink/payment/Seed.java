package rw.ishemalink.payment;

import java.util.UUID;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;

/** Rows put straight into the database, for states that only a crash or a crowd leaves behind. */
final class Seed {

    private Seed() {}

    /** A pending payment of the booking with a first attempt that is due. */
    static UUID payment(Tx tx, TestBooking booking, UUID reference) {
        UUID paymentId = TimeOrderedId.next();
        tx.sql()
                .createUpdate("""
                        insert into payment (payment_id, tenant, booking_id, tracking_code, sender_id, payer_phone,
                               provider, total, vat, currency, correlation_id, expires_at, status, version, attempts,
                               latest_reference)
                        values (:paymentId, :tenant, :bookingId, 'ISH-7K3M9QXA', :senderId, :phone, 'MTN', 11800, 1800,
                               'RWF', 'correlation-of-a-test', now() + interval '30 minutes', 'PENDING', 1, 1,
                               :reference)""")
                .bind("paymentId", paymentId)
                .bind("tenant", booking.tenant())
                .bind("bookingId", booking.bookingId())
                .bind("senderId", booking.senderId())
                .bind("phone", booking.payerPhone().substring(1))
                .bind("reference", reference)
                .execute();
        tx.sql()
                .createUpdate("""
                        insert into movement (reference, payment_id, tenant, kind, number, status, next_poll_at)
                        values (:reference, :paymentId, :tenant, 'COLLECTION', 1, 'CREATED', now())""")
                .bind("reference", reference)
                .bind("paymentId", paymentId)
                .bind("tenant", booking.tenant())
                .execute();
        return paymentId;
    }

    /** What a worker leaves that was killed between its claim and the outcome. */
    static void claimedAndLost(Tx tx, UUID reference) {
        tx.sql().createUpdate("""
                        update movement set status = 'UNKNOWN', tries = 1, claimed_at = now(), sent_at = now(),
                               claimed_until = now() + interval '500 milliseconds'
                         where reference = :reference""").bind("reference", reference).execute();
    }
}
