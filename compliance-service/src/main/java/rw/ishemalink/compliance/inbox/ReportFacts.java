package rw.ishemalink.compliance.inbox;

import java.util.Objects;
import java.util.Optional;
import rw.ishemalink.compliance.report.store.FactStore.JourneyFact;
import rw.ishemalink.compliance.report.store.FactStore.PaymentFact;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentEvent;

/** What of an event the monthly reports count. */
final class ReportFacts {

    private ReportFacts() {}

    static Optional<JourneyFact> find(BookingEvent event) {
        return switch (event.getChange()) {
            case PICKED_UP, DELIVERED, CANCELLED, FAILED, HELD_AT_BORDER, LEFT_BORDER ->
                Optional.of(new JourneyFact(
                        event.getMetadata().getEventId(),
                        event.getMetadata().getTenant(),
                        event.getBooking().getBookingId(),
                        event.getBooking().getKind().name(),
                        event.getChange().name(),
                        event.getMetadata().getOccurredAt()));
            case CREATED,
                    EDITED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    HOLD_RELEASED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    ASSIGNED,
                    MANIFEST_ACCEPTED,
                    ARRIVED_AT_BORDER,
                    RATED,
                    UNKNOWN -> Optional.empty();
        };
    }

    /** Money that moved counts when it moved, all else when it was found out. */
    static Optional<PaymentFact> find(PaymentEvent event) {
        return switch (event.getChange()) {
            case SUCCEEDED, REFUNDED, ATTEMPT_FAILED, EXPIRED, CANCELLED -> Optional.of(fact(event));
            case REQUESTED, PROMPTED, LATE, REFUND_REQUESTED, SHARED, SHARE_TAKEN_BACK, UNKNOWN -> Optional.empty();
        };
    }

    private static PaymentFact fact(PaymentEvent event) {
        Payment payment = event.getPayment();
        String transactionId = payment.getProviderTransactionId();
        return new PaymentFact(
                event.getMetadata().getEventId(),
                event.getMetadata().getTenant(),
                payment.getPaymentId(),
                payment.getBookingId(),
                payment.getProvider().name(),
                transactionId == null ? "" : transactionId,
                event.getChange().name(),
                Francs.of(payment.getAmount()),
                switch (event.getChange()) {
                    case SUCCEEDED -> Objects.requireNonNull(payment.getSucceededAt(), "succeededAt");
                    case REFUNDED,
                            ATTEMPT_FAILED,
                            EXPIRED,
                            CANCELLED,
                            REQUESTED,
                            PROMPTED,
                            LATE,
                            REFUND_REQUESTED,
                            SHARED,
                            SHARE_TAKEN_BACK,
                            UNKNOWN -> event.getMetadata().getOccurredAt();
                });
    }
}
