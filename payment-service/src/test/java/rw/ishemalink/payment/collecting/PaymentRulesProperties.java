package rw.ishemalink.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rw.ishemalink.payment.ledger.Account;

/** Any interleaving of payers, deadlines, cancellations, callbacks, lost answers and refused refunds. */
class PaymentRulesProperties {

    enum What {
        PAYER_PAYS,
        PAYER_REFUSES,
        PROVIDER_CHANGES_ITS_MIND,
        POLL,
        POLL_LOST,
        EXPIRE,
        BOOKING_ENDS,
        RETRY,
        RETRY_WITH_THE_OTHER,
        REFUND_DONE,
        REFUND_REFUSED,
        REFUND_SILENT
    }

    /** Something happens; {@code which} picks the attempt or refund. */
    record Happening(What what, int which) {}

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.integers().between(0, 5))
                .as(Happening::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 2_000)
    void never_two_successes_are_kept_and_no_franc_vanishes(@ForAll("histories") List<Happening> history) {
        PaymentWorld world = new PaymentWorld();
        for (Happening happening : history) {
            play(world, happening);
            assertThat(world.kept()).isLessThanOrEqualTo(1);
            assertThat(world.books.values().stream().mapToLong(Long::longValue).sum())
                    .isZero();
        }
        settle(world);
        for (Provider provider : Provider.values()) {
            boolean holds = world.payment.status() == PaymentStatus.SUCCEEDED && world.payment.provider() == provider;
            assertThat(world.moneyIn(provider) - world.moneyBack(provider))
                    .as("what stays with us at %s, in %s", provider, world.payment.status())
                    .isEqualTo(holds ? PaymentWorld.TOTAL : 0)
                    .isEqualTo(world.book(clearing(provider)));
        }
        assertThat(world.payment.status()).isNotEqualTo(PaymentStatus.REFUNDING);
        assertBooks(world);
    }

    private static Account clearing(Provider provider) {
        return switch (provider) {
            case MTN -> Account.PAYER_CLEARING_MTN;
            case AIRTEL -> Account.PAYER_CLEARING_AIRTEL;
        };
    }

    private static void assertBooks(PaymentWorld world) {
        boolean sold = world.payment.status() == PaymentStatus.SUCCEEDED;
        assertThat(world.book(Account.REFUNDS_PAYABLE)).isZero();
        assertThat(world.book(Account.REVENUE)).isEqualTo(sold ? PaymentWorld.VAT - PaymentWorld.TOTAL : 0);
        assertThat(world.book(Account.VAT_PAYABLE)).isEqualTo(sold ? -PaymentWorld.VAT : 0);
    }

    private static void play(PaymentWorld world, Happening happening) {
        PaymentWorld.Attempt attempt = world.attempts.get(happening.which() % world.attempts.size());
        switch (happening.what()) {
            case PAYER_PAYS -> attempt.moved = Optional.of(attempt.moved.orElse(true));
            case PAYER_REFUSES -> attempt.moved = Optional.of(attempt.moved.orElse(false));
            case PROVIDER_CHANGES_ITS_MIND -> attempt.moved = Optional.of(true);
            case POLL -> world.poll(attempt, false);
            case POLL_LOST -> world.poll(attempt, true);
            case EXPIRE -> world.expire();
            case BOOKING_ENDS -> world.endBooking();
            case RETRY -> world.retry(Provider.MTN);
            case RETRY_WITH_THE_OTHER -> world.retry(Provider.AIRTEL);
            case REFUND_DONE -> refund(world, happening, new Answer.Succeeded("back"));
            case REFUND_REFUSED -> refund(world, happening, new Answer.Failed("NOT_ENOUGH_FUNDS"));
            case REFUND_SILENT -> refund(world, happening, new Answer.Unknown());
        }
    }

    private static void refund(PaymentWorld world, Happening happening, Answer answer) {
        if (!world.refunds.isEmpty()) {
            world.pollRefund(world.refunds.get(happening.which() % world.refunds.size()), answer);
        }
    }

    /** Everything that is still open is answered for good. */
    private static void settle(PaymentWorld world) {
        for (PaymentWorld.Attempt attempt : world.attempts) {
            attempt.moved = Optional.of(attempt.moved.orElse(false));
            world.poll(attempt, false);
        }
        for (PaymentWorld.Refund refund : List.copyOf(world.refunds)) {
            world.pollRefund(refund, new Answer.Succeeded("back"));
        }
    }
}
