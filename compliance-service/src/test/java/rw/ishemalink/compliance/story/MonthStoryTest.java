package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.bnr.MonthFeed;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.BnrMonth;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/** What the National Bank is told of a month. Each story's tenant is its own; the loop may count at any moment. */
@QuarkusTest
class MonthStoryTest extends StoryTest {

    private static final String JANUARY = "2026-01-31T21:59:59.999999Z";
    private static final String FEBRUARY = "2026-01-31T22:00:00Z";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MonthFeed feed;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void a_month_in_Rwanda_is_counted_by_provider_and_a_late_payment_makes_a_new_revision() {
        succeeded(Provider.MTN, 11_800, JANUARY);
        succeeded(Provider.MTN, 1_200_000, JANUARY);
        succeeded(Provider.AIRTEL, 500, JANUARY);
        succeeded(Provider.MTN, 7_000, FEBRUARY);
        try (EventTap tap = EventTap.on(Topics.GOV_BNR_MONTHS)) {
            count();
            BnrMonth january = awaitSuccesses(tap, Provider.MTN, "2026-01", 2);
            assertThat(january.getSuccessesRwf()).isEqualTo(1_211_800);
            assertThat(january.getRefunds()).isZero();
            assertThat(awaitSuccesses(tap, Provider.AIRTEL, "2026-01", 1).getSuccessesRwf())
                    .isEqualTo(500);
            assertThat(awaitSuccesses(tap, Provider.MTN, "2026-02", 1).getSuccessesRwf())
                    .isEqualTo(7_000);

            succeeded(Provider.MTN, 200, JANUARY);
            count();
            BnrMonth revised = awaitSuccesses(tap, Provider.MTN, "2026-01", 3);
            assertThat(revised.getSuccessesRwf()).isEqualTo(1_212_000);
            assertThat(revised.getReportId()).isEqualTo(january.getReportId());
            assertThat(revised.getRevision()).isEqualTo(january.getRevision() + 1);
            assertThat(tap.listFor(january.getReportId(), BnrMonth.class))
                    .as("each revision is told once")
                    .extracting(BnrMonth::getRevision)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void refunds_are_counted_apart_and_in_the_month_in_which_they_happened() {
        publish(payment(PaymentChange.REFUNDED, Provider.MTN, 900, JANUARY));
        try (EventTap tap = EventTap.on(Topics.GOV_BNR_MONTHS)) {
            count();
            BnrMonth month =
                    tap.awaitOne(BnrMonth.class, one -> one.getTenant().equals(tenant) && one.getRefunds() == 1);
            assertThat(month.getMonth()).isEqualTo("2026-02");
            assertThat(month.getRefundsRwf()).isEqualTo(900);
            assertThat(month.getSuccesses()).isZero();
        }
    }

    @Test
    void who_dies_while_counting_leaves_the_month_to_the_next() {
        jdbi.useHandle(sql -> sql.execute("""
                insert into bnr_movement (tenant, month, provider, outcome, amount_rwf)
                values (?, '1999-01-01', 'MTN', 'SUCCEEDED', 40), (?, '1999-01-01', 'MTN', 'REFUNDED', 2)""", tenant, tenant));
        assertThatThrownBy(() -> unitOfWork.run(tx -> {
                    feed.report(tx);
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        try (EventTap tap = EventTap.on(Topics.GOV_BNR_MONTHS)) {
            count();
            BnrMonth month = awaitSuccesses(tap, Provider.MTN, "1999-01", 1);
            succeeded(Provider.AIRTEL, 1, JANUARY);
            count();
            awaitSuccesses(tap, Provider.AIRTEL, "2026-01", 1);
            assertThat(tap.listFor(month.getReportId(), BnrMonth.class))
                    .extracting(BnrMonth::getRevision, BnrMonth::getSuccessesRwf, BnrMonth::getRefundsRwf)
                    .containsExactly(tuple(1, 40L, 2L));
        }
    }

    @Test
    void the_month_that_is_under_way_is_not_counted() {
        succeeded(
                Provider.MTN, 300, Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        succeeded(Provider.AIRTEL, 300, JANUARY);
        try (EventTap tap = EventTap.on(Topics.GOV_BNR_MONTHS)) {
            count();
            awaitSuccesses(tap, Provider.AIRTEL, "2026-01", 1);
        }
        List<String> waiting =
                jdbi.withHandle(sql -> sql.createQuery("select provider from bnr_movement where tenant = :tenant")
                        .bind("tenant", tenant)
                        .mapTo(String.class)
                        .list());
        assertThat(waiting).containsExactly("MTN");
    }

    /** Whatever is due is counted, by this test or by the service's own loop. */
    private void count() {
        unitOfWork.run(tx -> {
            while (feed.report(tx)) {
                Thread.onSpinWait();
            }
        });
    }

    private BnrMonth awaitSuccesses(EventTap tap, Provider provider, String month, long successes) {
        return tap.awaitOne(
                BnrMonth.class,
                one -> one.getTenant().equals(tenant)
                        && one.getProvider().equals(provider.name())
                        && one.getMonth().equals(month)
                        && one.getSuccesses() == successes);
    }

    private void succeeded(Provider provider, long amount, String at) {
        publish(payment(PaymentChange.SUCCEEDED, provider, amount, at));
    }

    private void publish(PaymentEvent event) {
        EventSource.publish(Topics.PAYMENT_EVENTS, event.getPayment().getBookingId(), event);
        awaitHandled(event.getMetadata().getEventId());
    }

    private EventMetadata metadata(String at) {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant(tenant)
                .setCorrelationId(UUID.randomUUID().toString())
                .setOccurredAt(Instant.parse(at))
                .setSequence(1)
                .build();
    }

    private PaymentEvent payment(PaymentChange change, Provider provider, long amount, String at) {
        return PaymentEvent.newBuilder()
                .setMetadata(metadata(change == PaymentChange.REFUNDED ? FEBRUARY : at))
                .setChange(change)
                .setPayment(Payment.newBuilder()
                        .setPaymentId(UUID.randomUUID())
                        .setBookingId(UUID.randomUUID())
                        .setStatus(change == PaymentChange.REFUNDED ? PaymentStatus.REFUNDED : PaymentStatus.SUCCEEDED)
                        .setProvider(provider)
                        .setAmount(new Money(amount, "RWF"))
                        .setAttempts(1)
                        .setProviderTransactionId("23503452")
                        .setSucceededAt(Instant.parse(at))
                        .build())
                .build();
    }
}
