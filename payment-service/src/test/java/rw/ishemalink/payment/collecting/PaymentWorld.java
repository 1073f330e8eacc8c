package rw.ishemalink.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Entry;

/** One payment, the provider's true state and the books, played in memory by the rules that the service runs by. */
final class PaymentWorld {

    static final long TOTAL = 11_800;
    static final long VAT = 1_800;

    /** An attempt as we know it, and what the provider will say about it: empty while it has not decided. */
    static final class Attempt {
        final UUID reference = UUID.randomUUID();
        MovementState state = new MovementState.Unknown();
        Optional<Boolean> moved = Optional.empty();
    }

    static final class Refund {
        final UUID reference = UUID.randomUUID();
        final UUID of;
        MovementState state = new MovementState.Unknown();

        Refund(UUID of) {
            this.of = of;
        }
    }

    final List<Attempt> attempts = new ArrayList<>();
    final List<Refund> refunds = new ArrayList<>();
    final Map<Account, Long> books = new EnumMap<>(Account.class);
    Payment payment;

    PaymentWorld() {
        Attempt first = new Attempt();
        attempts.add(first);
        Terms terms = new Terms(
                UUID.randomUUID(),
                "ishemalink",
                UUID.randomUUID(),
                Msisdn.of("+250788123456"),
                Provider.MTN,
                new Amount(TOTAL, VAT, "RWF"),
                "ISH-7K3M9QXA",
                "correlation",
                Instant.EPOCH);
        payment = Payment.start(UUID.randomUUID(), terms, first.reference);
    }

    void expire() {
        apply(PaymentRules.expired(payment));
    }

    void endBooking() {
        UUID kept = attempts.stream()
                .filter(attempt -> attempt.state instanceof MovementState.Succeeded)
                .map(attempt -> attempt.reference)
                .findFirst()
                .orElse(payment.latestReference());
        apply(PaymentRules.bookingEnded(payment, kept));
    }

    void retry() {
        if (payment.pending() && attempts.stream().noneMatch(attempt -> attempt.state.open())) {
            Attempt attempt = new Attempt();
            attempts.add(attempt);
            apply(PaymentRules.retry(payment, attempt.reference));
        }
    }

    /** The question about an attempt, answered truly unless the answer is lost. */
    void poll(Attempt attempt, boolean lost) {
        Answer answer = lost
                ? new Answer.Unknown()
                : attempt.moved
                        .<Answer>map(money ->
                                money ? new Answer.Succeeded("tx" + attempt.reference) : new Answer.Failed("EXPIRED"))
                        .orElse(new Answer.Pending());
        MovementState after = MovementRules.after(attempt.state, answer, false);
        var outcome = PaymentRules.collected(payment, attempt.reference, attempt.state, after, Instant.EPOCH);
        attempt.state = outcome.attempt();
        apply(outcome.decision());
    }

    void pollRefund(Refund refund, Answer answer) {
        MovementState after = refund.state.open() ? MovementRules.after(refund.state, answer, false) : refund.state;
        boolean news = !refund.state.equals(after);
        refund.state = after;
        if (news && after instanceof MovementState.Succeeded) {
            boolean last = refunds.stream().noneMatch(other -> other.state.open());
            apply(PaymentRules.refunded(payment, refund.reference, last));
        }
        if (news && after instanceof MovementState.Failed) {
            refunds.add(new Refund(refund.of));
        }
    }

    private void apply(Decision decision) {
        long version = payment.version();
        for (Change change : decision.changes()) {
            assertThat(change.after().version()).as("sequence without gaps").isEqualTo(++version);
            payment = change.after();
        }
        decision.refunds().forEach(of -> refunds.add(new Refund(of)));
        decision.transfers().forEach(transfer -> transfer.entries().forEach(this::book));
    }

    private void book(Entry entry) {
        books.merge(entry.account(), entry.signed(), Long::sum);
    }

    long kept() {
        return attempts.stream()
                .filter(attempt -> attempt.state instanceof MovementState.Succeeded)
                .count();
    }

    long moneyIn() {
        return TOTAL
                * attempts.stream()
                        .filter(attempt -> attempt.moved.orElse(false))
                        .count();
    }

    long moneyBack() {
        return TOTAL
                * refunds.stream()
                        .filter(refund -> refund.state instanceof MovementState.Succeeded)
                        .count();
    }

    long book(Account account) {
        return books.getOrDefault(account, 0L);
    }
}
