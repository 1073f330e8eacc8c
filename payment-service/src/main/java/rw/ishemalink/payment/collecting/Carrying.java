package rw.ishemalink.payment.collecting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Posting;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.shares.Delivery;
import rw.ishemalink.payment.shares.Settled;
import rw.ishemalink.payment.shares.Shares;
import rw.ishemalink.schemas.payment.PaymentChange;

/** Carries out decisions: rows, events, refunds and postings in the caller's transaction. */
@ApplicationScoped
class Carrying {

    /** What was decided about a payment, which was locked before. */
    record Decided(Payment before, Decision decision) {

        PaymentStore.Update update() {
            return new PaymentStore.Update(after(), before.version());
        }

        Payment after() {
            return decision.changes().isEmpty()
                    ? before
                    : decision.changes().getLast().after();
        }

        List<Posting> postings() {
            Subject subject = Subject.payment(before.paymentId());
            return decision.transfers().stream()
                    .map(transfer -> new Posting(before.terms().tenant(), subject, transfer))
                    .toList();
        }
    }

    private final PaymentStore payments;
    private final MovementStore movements;
    private final Ledger ledger;
    private final Shares shares;

    Carrying(PaymentStore payments, MovementStore movements, Ledger ledger, Shares shares) {
        this.payments = payments;
        this.movements = movements;
        this.ledger = ledger;
        this.shares = shares;
    }

    /** The payment was locked before it was decided on. */
    void out(Tx tx, Payment before, Decision decision) {
        tell(tx, decision);
        write(tx, List.of(new Decided(before, decision)));
    }

    /** The events, in the name of whatever is being handled. */
    void tell(Tx tx, Decision decision) {
        decision.changes().forEach(change -> PaymentEvents.publish(tx, change));
    }

    /** All but the events, of different payments. */
    void write(Tx tx, List<Decided> all) {
        Handle sql = tx.sql();
        List<PaymentStore.Update> updates = all.stream()
                .filter(one -> !one.decision().changes().isEmpty())
                .map(Decided::update)
                .toList();
        if (!updates.isEmpty()) {
            payments.update(sql, updates);
        }
        insertRefunds(
                tx,
                all.stream()
                        .flatMap(one -> one.decision().refunds().stream())
                        .map(NewRefund::first)
                        .toList());
        List<Decided> booked = all.stream()
                .filter(one -> !one.decision().transfers().isEmpty())
                .toList();
        if (!booked.isEmpty()) {
            ledger.post(
                    sql, booked.stream().flatMap(one -> one.postings().stream()).toList());
            Map<UUID, Payment> byBooking = booked.stream()
                    .map(Decided::after)
                    .collect(Collectors.toMap(payment -> payment.terms().bookingId(), payment -> payment));
            settled(tx, byBooking, shares.pricesChanged(tx, List.copyOf(byBooking.keySet())));
        }
    }

    /** The booking was delivered: its price is shared out as soon as it is paid. */
    void delivered(Tx tx, Delivery delivery) {
        Optional<Payment> payment = payments.findLockedByBooking(tx.sql(), delivery.tenant(), delivery.bookingId());
        shares.delivered(tx, delivery)
                .ifPresent(
                        settled -> settled(tx, Map.of(delivery.bookingId(), payment.orElseThrow()), List.of(settled)));
    }

    private void settled(Tx tx, Map<UUID, Payment> byBooking, List<Settled> all) {
        List<PaymentStore.Update> updates = new ArrayList<>();
        for (Settled one : all) {
            Payment before = Objects.requireNonNull(byBooking.get(one.bookingId()));
            Payment after = before.withCommission(one.commission().orElse(null));
            PaymentChange what = one.commission().isPresent() ? PaymentChange.SHARED : PaymentChange.SHARE_TAKEN_BACK;
            PaymentEvents.publish(tx, new Change(what, after));
            updates.add(new PaymentStore.Update(after, before.version()));
        }
        if (!updates.isEmpty()) {
            payments.update(tx.sql(), updates);
        }
    }

    /** New refunds, each to the wallet that its attempt's money came from. */
    void insertRefunds(Tx tx, List<NewRefund> refunds) {
        if (!refunds.isEmpty()) {
            movements.insertRefunds(tx.sql(), refunds);
        }
    }
}
