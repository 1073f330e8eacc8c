package rw.ishemalink.payment.collecting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.MovementState.Failed;
import rw.ishemalink.payment.collecting.MovementState.Prompted;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.MovementState.Surplus;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.schemas.payment.PaymentChange;

/** What becomes of a payment. Only PENDING can succeed, expire or be cancelled; money that finds it otherwise goes back. */
public final class PaymentRules {

    private PaymentRules() {}

    /** An attempt's new state and what it means for the payment. */
    public record Collected(MovementState attempt, Decision decision) {}

    /** A further attempt of a payment that is still pending. */
    public static Decision retry(Payment payment, UUID reference, Provider provider) {
        return Decision.of(new Change(PaymentChange.REQUESTED, payment.withAttempt(reference, provider)));
    }

    /**
     * The provider's answer moved an attempt to another state.
     *
     * @param attempt as it stood before the answer
     */
    public static Collected collected(Payment payment, Movement attempt, MovementState after, Instant now) {
        if (attempt.state().equals(after)) {
            return new Collected(after, Decision.NOTHING);
        }
        return switch (after) {
            case Succeeded(String id) when payment.pending() -> keep(payment, attempt, id, now);
            case Succeeded(String id) -> giveBack(payment, attempt, id, now);
            case Prompted _ -> note(payment, attempt, after, PaymentChange.PROMPTED, null);
            case Failed(String reason) -> note(payment, attempt, after, PaymentChange.ATTEMPT_FAILED, reason);
            case MovementState.Created _, MovementState.Unknown _, Surplus _ -> new Collected(after, Decision.NOTHING);
        };
    }

    private static Collected keep(Payment payment, Movement attempt, String transactionId, Instant now) {
        Provider holder = attempt.wallet().provider();
        Payment paid = payment.withSuccess(holder, transactionId, now);
        return new Collected(
                new Succeeded(transactionId),
                Decision.of(new Change(PaymentChange.SUCCEEDED, paid))
                        .posting(Postings.collected(
                                attempt.reference(),
                                holder.clearing(),
                                amount(payment).total(),
                                amount(payment).vat())));
    }

    /** A payment that keeps another success stays SUCCEEDED while the second one goes back. */
    private static Collected giveBack(Payment payment, Movement attempt, String transactionId, Instant now) {
        Provider holder = attempt.wallet().provider();
        Payment late = payment.withLateMoney(holder, transactionId, now);
        PaymentStatus status =
                payment.status() == PaymentStatus.SUCCEEDED ? PaymentStatus.SUCCEEDED : PaymentStatus.REFUNDING;
        return new Collected(
                new Surplus(transactionId),
                Decision.of(
                                new Change(PaymentChange.LATE, late),
                                new Change(PaymentChange.REFUND_REQUESTED, late.next(status, late.reason())))
                        .refunding(attempt.reference())
                        .posting(Postings.collectedLate(
                                attempt.reference(),
                                holder.clearing(),
                                amount(payment).total())));
    }

    /** Once the payment is over or goes on with another attempt, one without money is nobody's news. */
    private static Collected note(
            Payment payment, Movement attempt, MovementState after, PaymentChange what, @Nullable String reason) {
        return new Collected(
                after,
                payment.pending() && attempt.reference().equals(payment.latestReference())
                        ? Decision.of(new Change(what, payment.next(PaymentStatus.PENDING, reason)))
                        : Decision.NOTHING);
    }

    /** The window closed. */
    public static Decision expired(Payment payment) {
        return payment.pending()
                ? Decision.of(new Change(PaymentChange.EXPIRED, payment.next(PaymentStatus.EXPIRED, "payment timeout")))
                : Decision.NOTHING;
    }

    /**
     * The booking was cancelled or failed.
     *
     * @param kept reference of the attempt whose success is kept; read only if the payment succeeded
     */
    public static Decision bookingEnded(Payment payment, UUID kept) {
        return switch (payment.status()) {
            case PENDING ->
                Decision.of(
                        new Change(PaymentChange.CANCELLED, payment.next(PaymentStatus.CANCELLED, "booking ended")));
            case SUCCEEDED ->
                Decision.of(new Change(
                                PaymentChange.REFUND_REQUESTED, payment.next(PaymentStatus.REFUNDING, "booking ended")))
                        .refunding(kept)
                        .posting(Postings.refundOwed(
                                kept, amount(payment).total(), amount(payment).vat()));
            case EXPIRED, CANCELLED, REFUNDING, REFUNDED -> Decision.NOTHING;
        };
    }

    /**
     * A refund reached the payer.
     *
     * @param last whether no other refund of this payment is open
     */
    public static Decision refunded(Payment payment, Movement refund, boolean last) {
        PaymentStatus status =
                payment.status() == PaymentStatus.REFUNDING && last ? PaymentStatus.REFUNDED : payment.status();
        return Decision.of(new Change(PaymentChange.REFUNDED, payment.next(status, payment.reason())))
                .posting(Postings.refundPaid(
                        refund.reference(),
                        refund.wallet().provider().clearing(),
                        amount(payment).total()));
    }

    private static Amount amount(Payment payment) {
        return payment.terms().amount();
    }
}
