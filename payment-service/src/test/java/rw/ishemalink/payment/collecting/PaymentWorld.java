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
        final Provider provider;
        MovementState state = new MovementState.Unknown();
        Optional<Boolean> moved = Optional.empty();

        Attempt(Provider provider) {
            this.provider = provider;
        }
    }

    static final class Refund {
        final UUID reference = UUID.randomUUID();
        final Attempt of;
        MovementState state = new MovementState.Unknown();

        Refund(Attempt of) {
            this.of = of;
        }
    }

    final List<Attempt> attempts = new ArrayList<>();
    final List<Refund> refunds = new ArrayList<>();
    final Map<Account, Long> books = new EnumMap<>(Account.class);
    Payment payment;

    PaymentWorld() {
        Attempt first = new Attempt(Provider.MTN);
        attempts.add(first);
        Terms terms = new Terms(
                UUID.randomUUID(),
                "ishemalink",
                UUID.randomUUID(),
                Msisdn.of("+250788123456"),
                new Amount(TOTAL, VAT, "RWF"),
                "ISH-7K3M9QXA",
                "correlation",
                Instant.EPOCH);
        payment = Payment.start(UUID.randomUUID(), terms, first.provider, first.reference);
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

    /** With the same provider only after a decision; with the other also while nobody knows whether the first was asked. */
    void retry(Provider provider) {
        Attempt latest = attempts.getLast();
        boolean barred =
                latest.state instanceof MovementState.Prompted || (latest.state.open() && latest.provider == provider);
        if (payment.pending() && !barred) {
            Attempt attempt = new Attempt(provider);
            attempts.add(attempt);
            apply(PaymentRules.retry(payment, attempt.reference, provider));
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
        Movement movement = movement(MovementKind.COLLECTION, attempt.reference, attempt.provider, attempt.state);
        var outcome = PaymentRules.collected(payment, movement, after, Instant.EPOCH);
        attempt.state = outcome.attempt();
        apply(outcome.decision());
    }

    void pollRefund(Refund refund, Answer answer) {
        MovementState after = refund.state.open() ? MovementRules.after(refund.state, answer, false) : refund.state;
        boolean news = !refund.state.equals(after);
        refund.state = after;
        if (news && after instanceof MovementState.Succeeded) {
            boolean last = refunds.stream().noneMatch(other -> other.state.open());
            apply(PaymentRules.refunded(
                    payment, movement(MovementKind.REFUND, refund.reference, refund.of.provider, after), last));
        }
        if (news && after instanceof MovementState.Failed) {
            refunds.add(new Refund(refund.of));
        }
    }

    private Attempt attempt(UUID reference) {
        return attempts.stream()
                .filter(attempt -> attempt.reference.equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private Movement movement(MovementKind kind, UUID reference, Provider provider, MovementState state) {
        return new Movement(
                reference,
                payment.paymentId(),
                kind,
                1,
                new Wallet(provider, payment.terms().payer()),
                null,
                state,
                1,
                false,
                false,
                Instant.EPOCH);
    }

    private void apply(Decision decision) {
        long version = payment.version();
        for (Change change : decision.changes()) {
            assertThat(change.after().version()).as("sequence without gaps").isEqualTo(++version);
            payment = change.after();
        }
        decision.refunds().forEach(of -> refunds.add(new Refund(attempt(of))));
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

    long moneyIn(Provider provider) {
        return TOTAL
                * attempts.stream()
                        .filter(attempt -> attempt.provider == provider)
                        .filter(attempt -> attempt.moved.orElse(false))
                        .count();
    }

    long moneyBack(Provider provider) {
        return TOTAL
                * refunds.stream()
                        .filter(refund -> refund.of.provider == provider)
                        .filter(refund -> refund.state instanceof MovementState.Succeeded)
                        .count();
    }

    long book(Account account) {
        return books.getOrDefault(account, 0L);
    }
}
