package rw.ishemalink.payment.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.PaymentTimer;
import rw.ishemalink.payment.collecting.Payments;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.shares.Delivery;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.Price;

/** A confirmed booking is to be paid; one that ended is not, or gets its money back; a delivered one is shared out. */
@ApplicationScoped
class BookingListener implements InboxListener<BookingEvent> {

    private final Payments payments;
    private final PaymentTimer timer;
    private final PaymentConfig config;

    BookingListener(Payments payments, PaymentTimer timer, PaymentConfig config) {
        this.payments = payments;
        this.timer = timer;
        this.config = config;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        switch (event.getChange()) {
            case CONFIRMED -> {
                payments.start(tx, terms(event));
                tx.afterCommit(timer::wake);
            }
            case CANCELLED, FAILED -> {
                payments.bookingEnded(
                        tx, event.getMetadata().getTenant(), event.getBooking().getBookingId());
                tx.afterCommit(timer::wake);
            }
            case DELIVERED -> payments.delivered(tx, delivery(event));
            case UNKNOWN,
                    CREATED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    ASSIGNED,
                    PICKED_UP,
                    ARRIVED_AT_BORDER,
                    LEFT_BORDER,
                    HELD_AT_BORDER,
                    EDITED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    HOLD_RELEASED,
                    MANIFEST_ACCEPTED,
                    RATED -> {}
        }
    }

    private Terms terms(BookingEvent event) {
        Booking booking = event.getBooking();
        Instant confirmedAt =
                booking.getConfirmedAt() == null ? event.getMetadata().getOccurredAt() : booking.getConfirmedAt();
        return new Terms(
                booking.getBookingId(),
                event.getMetadata().getTenant(),
                booking.getSender().getPersonId(),
                Msisdn.of(booking.getPayerPhone()),
                amount(booking.getPrice()),
                booking.getTrackingCode(),
                event.getMetadata().getCorrelationId(),
                confirmedAt.plus(config.window()));
    }

    /** A delivery that names no driver is nobody's: it goes to the dead letters, to be looked at. */
    private static Delivery delivery(BookingEvent event) {
        Booking booking = event.getBooking();
        Assignment assignment = Optional.ofNullable(booking.getAssignment())
                .orElseThrow(() -> new IllegalStateException("a delivered booking names its driver"));
        Instant deliveredAt = booking.getDeliveredAt();
        return new Delivery(
                booking.getBookingId(),
                event.getMetadata().getTenant(),
                assignment.getDriverId(),
                assignment.getOperatorId(),
                deliveredAt == null ? event.getMetadata().getOccurredAt() : deliveredAt);
    }

    private static Amount amount(Price price) {
        return new Amount(
                price.getTotal().getAmount(),
                price.getVat().getAmount(),
                price.getTotal().getCurrency());
    }
}
