package rw.ishemalink.payment.collecting.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Movement;
import rw.ishemalink.payment.collecting.MovementKind;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.Payment;
import rw.ishemalink.payment.collecting.PaymentStatus;
import rw.ishemalink.payment.collecting.Payments.Seen;
import rw.ishemalink.payment.collecting.Provider;

/**
 * A payment for people; amounts in whole francs.
 *
 * @param reason why the latest attempt or the payment failed
 * @param expiresAt until when it may be paid
 * @param movements attempts and refunds, oldest first
 */
public record PaymentView(
        UUID paymentId,
        UUID bookingId,
        PaymentStatus status,
        Provider provider,
        Amount amount,
        @Nullable String providerTransactionId,
        @Nullable String reason,
        Instant expiresAt,
        @Nullable Instant succeededAt,
        List<MovementView> movements) {

    /**
     * An attempt or a refund.
     *
     * @param phone whose wallet, its last two digits
     * @param reference ours, as the provider knows it
     * @param status CREATED, UNKNOWN (asking the provider), PROMPTED, SUCCEEDED, SURPLUS (late or double money) or FAILED
     */
    public record MovementView(
            UUID reference,
            MovementKind kind,
            int number,
            Provider provider,
            String phone,
            String status,
            @Nullable String reason,
            Instant createdAt) {

        static MovementView of(Movement movement) {
            return new MovementView(
                    movement.reference(),
                    movement.kind(),
                    movement.number(),
                    movement.wallet().provider(),
                    movement.wallet().phone().toString(),
                    movement.state().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                    movement.state() instanceof MovementState.Failed(String why) ? why : null,
                    movement.createdAt());
        }
    }

    static PaymentView of(Seen seen) {
        Payment payment = seen.payment();
        return new PaymentView(
                payment.paymentId(),
                payment.terms().bookingId(),
                payment.status(),
                payment.provider(),
                payment.terms().amount(),
                payment.transactionId(),
                payment.reason(),
                payment.terms().expiresAt(),
                payment.succeededAt(),
                seen.movements().stream().map(MovementView::of).toList());
    }
}
