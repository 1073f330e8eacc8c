package rw.ishemalink.analytics.query;

import java.time.Instant;
import java.util.UUID;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/** Bookings as booking-service would publish them, now, in a tenant of the test's own. */
public record Published(String tenant) {

    /** A tenant that no other test knows. */
    public static Published inNewTenant() {
        return new Published("t" + UUID.randomUUID());
    }

    public BookingLife newBooking() {
        return BookingLife.begin().of(tenant).at(Instant.now());
    }

    public void paid() {
        publish(newBooking().paid());
    }

    /** The booking that was delivered. */
    public UUID deliveredBy(UUID driver) {
        return deliveredBy(driver, newBooking());
    }

    /** For that operator. */
    public UUID deliveredBy(UUID driver, UUID operator) {
        return deliveredBy(driver, newBooking().drivenFor(operator));
    }

    private static UUID deliveredBy(UUID driver, BookingLife booking) {
        publish(booking.paid());
        publish(booking.assignedTo(driver));
        publish(booking.delivered());
        return booking.bookingId();
    }

    /** The booking's payment came through MTN. */
    public void paymentOf(BookingLife booking, PaymentStatus status) {
        EventSource.publish(
                Topics.PAYMENT_EVENTS,
                booking.bookingId(),
                PaymentEvent.newBuilder()
                        .setMetadata(EventMetadata.newBuilder()
                                .setEventId(UUID.randomUUID())
                                .setTenant(tenant)
                                .setCorrelationId("story")
                                .setOccurredAt(booking.now())
                                .setSequence(1L)
                                .build())
                        .setChange(PaymentChange.valueOf(status.name()))
                        .setPayment(Payment.newBuilder()
                                .setPaymentId(UUID.randomUUID())
                                .setBookingId(booking.bookingId())
                                .setStatus(status)
                                .setProvider(Provider.MTN)
                                .setAmount(new Money(11_800L, "RWF"))
                                .setAttempts(1)
                                .build())
                        .build());
    }

    public static void publish(BookingEvent event) {
        EventSource.publish(Topics.BOOKING_EVENTS, event.getBooking().getBookingId(), event);
    }
}
