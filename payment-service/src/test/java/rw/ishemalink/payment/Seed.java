package rw.ishemalink.payment;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.store.WalletSeal;

/** Rows put straight into the database, for states that only a crash or a crowd leaves behind. */
final class Seed {

    private Seed() {}

    /** A pending payment of the booking with a first attempt that is due. */
    static UUID payment(Tx tx, TestBooking booking, UUID reference) {
        return payment(tx, booking, reference, Duration.ZERO);
    }

    /** A pending payment of the booking with a first attempt that no worker takes up during a test run. */
    static UUID restingPayment(Tx tx, TestBooking booking) {
        return payment(tx, booking, UUID.randomUUID(), Duration.ofDays(1));
    }

    private static UUID payment(Tx tx, TestBooking booking, UUID reference, Duration dueIn) {
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
                .bind("phone", sealed(WalletSeal.PAYER, paymentId, booking))
                .bind("reference", reference)
                .execute();
        tx.sql()
                .createUpdate("""
                        insert into movement (reference, payment_id, tenant, kind, number, provider, phone, status,
                               next_poll_at)
                        values (:reference, :paymentId, :tenant, 'COLLECTION', 1, 'MTN', :phone, 'CREATED',
                                now() + :seconds * interval '1 second')""")
                .bind("reference", reference)
                .bind("paymentId", paymentId)
                .bind("tenant", booking.tenant())
                .bind("phone", sealed(WalletSeal.MOVEMENT, reference, booking))
                .bind("seconds", dueIn.toSeconds())
                .execute();
        return paymentId;
    }

    private static String sealed(SealedColumn column, UUID rowId, TestBooking booking) {
        return CDI.current().select(WalletSeal.class).get().seal(column, rowId, Msisdn.of(booking.payerPhone()));
    }

    /** The payment's deadline comes, at any moment within that time. */
    static void windowClosesWithin(Tx tx, Duration time, TestBooking booking) {
        tx.sql()
                .createUpdate("""
                        update payment set expires_at = now() + random() * :millis * interval '1 millisecond'
                         where booking_id = :bookingId""")
                .bind("millis", time.toMillis())
                .bind("bookingId", booking.bookingId())
                .execute();
    }

    /** No worker takes up what tests left open: it would be asked about until the run ends. */
    static void everythingRests(Tx tx) {
        for (String table : List.of("movement", "payout")) {
            tx.sql()
                    .execute("update " + table
                            + " set next_poll_at = now() + interval '1 day' where next_poll_at is not null");
        }
    }

    /** What a worker leaves that was killed between its claim and the outcome. */
    static void claimedAndLost(Tx tx, UUID reference) {
        claimedAndLost(tx, "movement", reference);
    }

    /** The same of a payout. */
    static void payoutClaimedAndLost(Tx tx, UUID reference) {
        claimedAndLost(tx, "payout", reference);
    }

    private static void claimedAndLost(Tx tx, String table, UUID reference) {
        tx.sql()
                .createUpdate("update " + table + " set " + """
                         status = 'UNKNOWN', tries = 1, claimed_at = now(), sent_at = now(),
                               claimed_until = now() + interval '500 milliseconds'
                         where reference = :reference""")
                .bind("reference", reference)
                .execute();
    }

    /** What the tenant's books hold and has no day yet happened on that one. No rule of ours allows that. */
    static void happenedOn(Tx tx, String tenant, LocalDate day) {
        tx.sql().execute("set local session_replication_role = replica");
        tx.sql().createUpdate("""
                        update ledger_seal
                           set sealed_at = (:day + time '12:00') at time zone 'Africa/Kigali'
                                           + sequence * interval '1 microsecond'
                         where tenant = :tenant and sealed_at > now() - interval '3 hours'""").bind("day", day).bind("tenant", tenant).execute();
    }

    /** The wallets of that party may be used from now on. */
    static void walletsRested(Tx tx, UUID party) {
        tx.sql().execute("set local session_replication_role = replica");
        tx.sql()
                .createUpdate("update wallet_change set usable_from = now() where party = :party")
                .bind("party", party)
                .execute();
    }
}
