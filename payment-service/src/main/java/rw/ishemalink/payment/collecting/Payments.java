package rw.ishemalink.payment.collecting;

import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.GroupCommit;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.shares.Delivery;
import rw.ishemalink.schemas.payment.PaymentChange;

/** What bookings and people can do to a payment. */
@ApplicationScoped
public class Payments {

    /** A payment with its attempts and refunds. */
    public record Seen(Payment payment, List<Movement> movements) {}

    private final UnitOfWork unitOfWork;
    private final PaymentStore payments;
    private final MovementStore movements;
    private final Carrying carrying;
    private final PaymentConfig config;
    private final List<Errands<?>> errands;
    private final GroupCommit<UUID, Boolean> hints;

    Payments(
            UnitOfWork unitOfWork,
            PaymentStore payments,
            MovementStore movements,
            Carrying carrying,
            PaymentConfig config,
            @All List<Errands<?>> errands) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.movements = movements;
        this.carrying = carrying;
        this.config = config;
        this.errands = errands;
        this.hints = unitOfWork.groupTransaction("hints", this::hint);
    }

    @PreDestroy
    void close() {
        hints.close();
    }

    /** Starts the payment of a booking with its first attempt; a booking that has one keeps it. */
    public void start(Tx tx, Terms terms) {
        Wallet wallet = Wallet.of(terms.payer(), config.usualProvider());
        Payment payment = Payment.start(TimeOrderedId.next(), terms, wallet.provider(), UUID.randomUUID());
        if (payments.insert(tx.sql(), payment, wallet)) {
            PaymentEvents.publish(tx, new Change(PaymentChange.REQUESTED, payment));
        }
    }

    /** The booking was cancelled or failed: what is pending ends, what was paid goes back. */
    public void bookingEnded(Tx tx, String tenant, UUID bookingId) {
        payments.findLockedByBooking(tx.sql(), tenant, bookingId)
                .ifPresent(payment ->
                        carrying.out(tx, payment, PaymentRules.bookingEnded(payment, keptOrLatest(tx, payment))));
    }

    /** The booking reached its receiver: its price is shared out as soon as it is paid. Hearing it again changes nothing. */
    public void delivered(Tx tx, Delivery delivery) {
        carrying.delivered(tx, delivery);
    }

    private UUID keptOrLatest(Tx tx, Payment payment) {
        return movements.listByPayment(tx.sql(), payment.paymentId()).stream()
                .filter(movement -> movement.kind() == MovementKind.COLLECTION
                        && movement.state() instanceof MovementState.Succeeded)
                .map(Movement::reference)
                .findFirst()
                .orElse(payment.latestReference());
    }

    /**
     * A further attempt, asked for by the sender or the payer. Without a provider or phone it asks the wallet that was
     * asked before. A number that is named here gets a prompt, not the rights of the payer.
     *
     * @throws ProblemException 404 when the caller may not know of it, 403 when it is not the caller's, 409 when it is
     *     over or an attempt bars another, 429 when it was tried too often
     */
    public Seen retry(Caller caller, UUID paymentId, Optional<Provider> provider, Optional<Msisdn> phone) {
        return unitOfWork.call(tx -> {
            Payment payment = payments.findLocked(tx.sql(), caller.tenant(), paymentId)
                    .filter(found -> PaymentAccess.mayRead(caller, found))
                    .orElseThrow(() -> ProblemException.notFound("no-payment"));
            checkRetry(tx, caller, payment);
            Wallet wallet = nextWallet(tx, payment, provider, phone);
            Decision decision = PaymentRules.retry(payment, UUID.randomUUID(), wallet.provider());
            carrying.out(tx, payment, decision);
            Payment retried = decision.changes().getLast().after();
            movements.insertAttempt(tx.sql(), retried, wallet);
            return new Seen(retried, movements.listByPayment(tx.sql(), paymentId));
        });
    }

    private void checkRetry(Tx tx, Caller caller, Payment payment) {
        if (!PaymentAccess.owns(caller, payment)) {
            throw ProblemException.forbidden("not-your-payment");
        }
        boolean inTime = payments.now(tx.sql()).isBefore(payment.terms().expiresAt());
        if (!payment.pending() || !inTime) {
            throw ProblemException.conflict(
                    "payment-over",
                    payment.pending()
                            ? PaymentStatus.EXPIRED.name()
                            : payment.status().name());
        }
        if (payment.attempts() >= config.maxAttempts()) {
            throw ProblemException.tooManyRequests("too-many-attempts", payment.attempts());
        }
    }

    /**
     * Whom to ask next. A prompt that is out must be decided first. One that may never have gone out bars only its own
     * wallet: with another the payer goes on at once, and should both be paid, one of them goes back.
     */
    private Wallet nextWallet(Tx tx, Payment payment, Optional<Provider> provider, Optional<Msisdn> phone) {
        List<Movement> all = movements.listByPayment(tx.sql(), payment.paymentId());
        Movement latest = all.stream()
                .filter(movement -> movement.reference().equals(payment.latestReference()))
                .findFirst()
                .orElseThrow();
        Wallet wallet = latest.wallet().changed(provider, phone, config.usualProvider());
        if (latest.bars()) {
            if (latest.state() instanceof MovementState.Prompted
                    || latest.wallet().equals(wallet)) {
                throw ProblemException.conflict("attempt-open");
            }
            movements.leaveBehind(tx.sql(), latest.reference());
        }
        return wallet;
    }

    /** The payment of that booking, if the caller may know of it. */
    public Optional<Seen> findByBooking(Caller caller, UUID bookingId) {
        return unitOfWork.read(sql -> payments.findByBooking(sql, caller.tenant(), bookingId)
                .filter(payment -> PaymentAccess.mayRead(caller, payment))
                .map(payment -> new Seen(payment, movements.listByPayment(sql, payment.paymentId()))));
    }

    /** A provider's callback: the movement or payout is asked about at once. False when none has the reference. */
    public boolean hint(UUID reference) {
        return hints.write(reference);
    }

    private List<Boolean> hint(Tx tx, List<UUID> references) {
        Set<UUID> strange = new HashSet<>(references);
        for (Errands<?> kind : errands) {
            if (!strange.isEmpty()) {
                strange.removeAll(kind.hint(tx, strange));
            }
        }
        return references.stream()
                .map(reference -> !strange.contains(reference))
                .toList();
    }
}
