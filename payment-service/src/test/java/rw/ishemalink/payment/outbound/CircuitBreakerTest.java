package rw.ishemalink.payment.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rw.ishemalink.payment.PaymentParts;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.PaymentConfig;

/** Inside Quarkus, for the guard needs its container. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class CircuitBreakerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Moody provider = new Moody();

    @Test
    void five_silences_open_it_and_nothing_is_sent() {
        GuardedMobileMoney guarded = guarded(Duration.ofHours(1));
        fallSilent(guarded);

        assertThat(ask(guarded)).isEqualTo(new Answer.NotTried());
        provider.silent = false;
        assertThat(ask(guarded)).isEqualTo(new Answer.NotTried());
        assertThat(provider.calls.get()).isEqualTo(5);
    }

    @Test
    void after_a_while_it_half_opens_and_one_answer_closes_it() {
        GuardedMobileMoney guarded = guarded(Duration.ofMillis(400));
        fallSilent(guarded);

        provider.silent = false;
        await().atMost(PATIENCE).until(() -> ask(guarded).equals(new Answer.Pending()));
        assertThat(provider.calls.get()).isEqualTo(6);
        assertThat(ask(guarded)).isEqualTo(new Answer.Pending());
    }

    @Test
    void refusals_are_answers_and_open_nothing() {
        GuardedMobileMoney guarded = guarded(Duration.ofHours(1));
        for (int call = 0; call < 20; call++) {
            assertThat(guarded.refund(UUID.randomUUID(), provider.charge(), provider.noTerms()))
                    .isEqualTo(new Answer.Failed("NOT_ALLOWED"));
        }
        assertThat(ask(guarded)).isEqualTo(new Answer.Pending());
    }

    @Test
    void silent_collections_leave_refunds_and_transfers_open() {
        GuardedMobileMoney guarded = guarded(Duration.ofHours(1));
        fallSilent(guarded);

        assertThat(guarded.refund(UUID.randomUUID(), provider.charge(), provider.noTerms()))
                .isEqualTo(new Answer.Failed("NOT_ALLOWED"));
        assertThat(guarded.transfer(UUID.randomUUID(), new Payout(Msisdn.of("+250788123456"), 100, "payout")))
                .isEqualTo(new Answer.Pending());
        assertThat(ask(guarded)).isEqualTo(new Answer.NotTried());
    }

    @Test
    void what_certainly_never_left_was_not_tried_and_counts_as_silence_all_the_same() {
        GuardedMobileMoney guarded = guarded(Duration.ofHours(1));
        provider.silent = true;
        provider.unreachable = true;
        for (int call = 0; call < 20; call++) {
            assertThat(ask(guarded)).isEqualTo(new Answer.NotTried());
        }
        assertThat(provider.calls.get()).isEqualTo(5);
    }

    private GuardedMobileMoney guarded(Duration halfOpenAfter) {
        return new GuardedMobileMoney(provider, new FiveFailures(halfOpenAfter), new SimpleMeterRegistry());
    }

    private void fallSilent(GuardedMobileMoney guarded) {
        provider.silent = true;
        for (int call = 0; call < 5; call++) {
            assertThat(ask(guarded)).isEqualTo(new Answer.Unknown());
        }
    }

    private static Answer ask(GuardedMobileMoney guarded) {
        return guarded.askCollection(UUID.randomUUID());
    }

    private record FiveFailures(Duration halfOpenAfter) implements PaymentConfig.Breaker {

        @Override
        public int failures() {
            return 5;
        }
    }

    /** Silent when told so; refuses every refund. */
    private static final class Moody implements MobileMoney {

        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean silent;
        private volatile boolean unreachable;

        Charge charge() {
            return new Charge(UUID.randomUUID(), "1");
        }

        Terms noTerms() {
            return new Terms(
                    UUID.randomUUID(),
                    "t",
                    UUID.randomUUID(),
                    Msisdn.of("+250788123456"),
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
        public Answer collect(UUID reference, Msisdn payer, Terms terms) {
            return askCollection(reference);
        }

        @Override
        public Answer askCollection(UUID reference) {
            calls.incrementAndGet();
            if (silent) {
                throw unreachable
                        ? ProviderUnavailableException.notSent("no connection")
                        : new ProviderUnavailableException("silence");
            }
            return new Answer.Pending();
        }

        @Override
        public Answer refund(UUID reference, Charge charge, Terms terms) {
            return new Answer.Failed("NOT_ALLOWED");
        }

        @Override
        public Answer askRefund(UUID reference, Charge charge) {
            return askCollection(reference);
        }

        @Override
        public Answer transfer(UUID reference, Payout order) {
            return new Answer.Pending();
        }

        @Override
        public Answer askTransfer(UUID reference) {
            return new Answer.Pending();
        }

        @Override
        public List<StatementLine> statement(LocalDate day) {
            return List.of();
        }
    }
}
