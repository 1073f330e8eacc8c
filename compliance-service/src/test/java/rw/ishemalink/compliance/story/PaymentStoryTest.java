package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.BnrPayment;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

@QuarkusTest
class PaymentStoryTest extends StoryTest {

    private static final Instant MOVED_AT = Instant.parse("2026-11-21T08:00:00Z");

    private final UUID bookingId = UUID.randomUUID();
    private long sequence;

    @Test
    void the_national_bank_is_told_once_of_money_that_moved_and_of_large_amounts_as_such() {
        publish(payment(PaymentChange.REQUESTED, PaymentStatus.PENDING, 1_000_000));
        PaymentEvent succeeded = payment(PaymentChange.SUCCEEDED, PaymentStatus.SUCCEEDED, 1_000_000);
        publish(succeeded);
        publish(succeeded);
        publish(payment(PaymentChange.REFUNDED, PaymentStatus.REFUNDED, 1_000_001));

        try (EventTap feed = EventTap.on(Topics.GOV_BNR_PAYMENTS)) {
            feed.awaitOne(
                    BnrPayment.class,
                    one -> one.getBookingId().equals(bookingId)
                            && one.getOutcome().equals("REFUNDED"));
            assertThat(feed.listFor(bookingId, BnrPayment.class))
                    .extracting(BnrPayment::getOutcome, BnrPayment::getAmountRwf, BnrPayment::getLarge)
                    .containsExactly(tuple("SUCCEEDED", 1_000_000L, false), tuple("REFUNDED", 1_000_001L, true));
            assertThat(feed.listFor(bookingId, BnrPayment.class).getFirst().getMovedAt())
                    .isEqualTo(MOVED_AT);
        }
    }

    private void publish(PaymentEvent event) {
        EventSource.publish(Topics.PAYMENT_EVENTS, bookingId, event);
    }

    private PaymentEvent payment(PaymentChange change, PaymentStatus status, long amount) {
        return PaymentEvent.newBuilder()
                .setMetadata(Events.metadata("ishemalink", ++sequence))
                .setChange(change)
                .setPayment(Payment.newBuilder()
                        .setPaymentId(UUID.randomUUID())
                        .setBookingId(bookingId)
                        .setStatus(status)
                        .setProvider(Provider.MTN)
                        .setAmount(new Money(amount, "RWF"))
                        .setAttempts(1)
                        .setProviderTransactionId("23503452")
                        .setSucceededAt(status == PaymentStatus.PENDING ? null : MOVED_AT)
                        .build())
                .build();
    }
}
