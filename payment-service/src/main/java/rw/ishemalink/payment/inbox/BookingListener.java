package rw.ishemalink.payment.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payments;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.Price;

/** A confirmed booking is to be paid; one that ended is not, or gets its money back. */
@ApplicationScoped
class BookingListener implements InboxListener<BookingEvent> {

    private final Payments payments;
    private final PaymentConfig config;

    BookingListener(Payments payments, PaymentConfig config) {
        this.payments = payments;
        this.config = config;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        switch (event.getChange()) {
            case CONFIRMED -> payments.start(tx, terms(event));
            case CANCELLED, FAILED ->
                payments.bookingEnded(
                        tx, event.getMetadata().getTenant(), event.getBooking().getBookingId());
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
                    EDITED,
                    MANIFEST_ACCEPTED,
                    RATED,
                    DELIVERED -> {}
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
                Provider.MTN,
                amount(booking.getPrice()),
                booking.getTrackingCode(),
                event.getMetadata().getCorrelationId(),
                confirmedAt.plus(config.window()));
    }

    private static Amount amount(Price price) {
        return new Amount(
                price.getTotal().getAmount(),
                price.getVat().getAmount(),
                price.getTotal().getCurrency());
    }
}
