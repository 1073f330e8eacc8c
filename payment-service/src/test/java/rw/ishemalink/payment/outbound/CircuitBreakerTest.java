package rw.ishemalink.payment.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rw.ishemalink.payment.PaymentParts;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.PaymentConfig;

/** Inside Quarkus, for the guard needs its container. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class CircuitBreakerTest {

    private final Moody provider = new Moody();
    private final GuardedMobileMoney guarded =
            new GuardedMobileMoney(provider, new FiveFailures(), new SimpleMeterRegistry());

    @Test
    void five_silences_open_it_then_nothing_is_sent_until_it_half_opens() {
        provider.silent = true;
        for (int call = 0; call < 5; call++) {
            assertThat(ask()).isEqualTo(new Answer.Unknown());
        }
        assertThat(ask()).isEqualTo(new Answer.NotTried());
        assertThat(provider.calls.get()).isEqualTo(5);

        provider.silent = false;
        await().atMost(Duration.ofSeconds(5)).until(() -> ask().equals(new Answer.Pending()));
        assertThat(provider.calls.get()).isEqualTo(6);
        assertThat(ask()).isEqualTo(new Answer.Pending());
    }

    @Test
    void refusals_are_answers_and_open_nothing() {
        for (int call = 0; call < 20; call++) {
            assertThat(guarded.refund(UUID.randomUUID(), UUID.randomUUID(), provider.noTerms()))
                    .isEqualTo(new Answer.Failed("NOT_ALLOWED"));
        }
        assertThat(ask()).isEqualTo(new Answer.Pending());
    }

    private Answer ask() {
        return guarded.askCollection(UUID.randomUUID());
    }

    private record FiveFailures() implements PaymentConfig.Breaker {

        @Override
        public int failures() {
            return 5;
        }

        @Override
        public Duration halfOpenAfter() {
            return Duration.ofMillis(400);
        }
    }

    /** Silent when told so; refuses every refund. */
    private static final class Moody implements MobileMoney {

        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean silent;

        Terms noTerms() {
            return new Terms(
                    UUID.randomUUID(),
                    "t",
                    UUID.randomUUID(),
                    Msisdn.of("+250788123456"),
                    Provider.MTN,
                    new Amount(100, 15, "RWF"),
                    "ISH-7K3M9QXA",
                    "c",
                    Instant.EPOCH);
        }

        @Override
        public Provider provider() {
            return Provider.MTN;
        }

        @Override
        public Answer collect(UUID reference, Terms terms) {
            return askCollection(reference);
        }

        @Override
        public Answer askCollection(UUID reference) {
            calls.incrementAndGet();
            if (silent) {
                throw new ProviderUnavailableException("silence");
            }
            return new Answer.Pending();
        }

        @Override
        public Answer refund(UUID reference, UUID collection, Terms terms) {
            return new Answer.Failed("NOT_ALLOWED");
        }

        @Override
        public Answer askRefund(UUID reference) {
            return askCollection(reference);
        }
    }
}
