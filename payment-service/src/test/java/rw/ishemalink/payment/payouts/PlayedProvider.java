package rw.ishemalink.payment.payouts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.payouts.store.PayoutStore;

/** A provider that moves money once for a reference, whose answers get lost, and that now and then goes back on a refusal. */
public final class PlayedProvider {

    /** What became of an order there: moved, refused, or, without either, not yet decided. */
    private final Map<UUID, Optional<Boolean>> orders = new HashMap<>();

    private final Map<UUID, Long> moved = new HashMap<>();
    private final PayoutStore payouts;
    private final PayoutOutcomes outcomes;
    private final Random random;

    public PlayedProvider(PayoutStore payouts, PayoutOutcomes outcomes, Random random) {
        this.payouts = payouts;
        this.outcomes = outcomes;
        this.random = random;
    }

    /** A worker's first transaction. */
    public Optional<Runnable> claim(Handle sql, UUID reference, Transactions transactions) {
        return payouts.find(sql, reference).map(payout -> {
            Step step = PayoutRules.step(payout.state());
            payouts.claim(sql, Map.of(reference, step));
            PayoutClaim claim = new PayoutClaim(payout, step);
            return () -> callAndRecord(claim, transactions);
        });
    }

    /** How a worker's second transaction is run, or given up. */
    public interface Transactions {
        void run(Consumer<Handle> work);
    }

    private void callAndRecord(PayoutClaim claim, Transactions transactions) {
        Answer answer =
                switch (claim.step()) {
                    case SEND -> send(claim.payout());
                    case ASK -> question(claim.reference());
                    case ASK_OR_RESEND -> {
                        Answer known = question(claim.reference());
                        yield known instanceof Answer.NotFound ? send(claim.payout()) : known;
                    }
                    case WAIT, DROP -> throw new IllegalStateException("a payout is always wanted");
                };
        transactions.run(sql -> outcomes.record(sql, claim, answer));
    }

    /** The order may not arrive, and the answer may be lost. */
    private Answer send(PartyPayout payout) {
        if (random.nextInt(4) == 0) {
            return random.nextBoolean() ? new Answer.NotTried() : new Answer.Unknown();
        }
        orders.putIfAbsent(payout.reference(), Optional.empty());
        decide(payout);
        return random.nextInt(3) == 0 ? new Answer.Unknown() : new Answer.Pending();
    }

    private void decide(PartyPayout payout) {
        Optional<Boolean> before = orders.getOrDefault(payout.reference(), Optional.empty());
        if (before.isEmpty() && random.nextBoolean()) {
            settle(payout, random.nextInt(4) > 0);
        }
    }

    private void settle(PartyPayout payout, boolean pays) {
        orders.put(payout.reference(), Optional.of(pays));
        if (pays && moved.put(payout.reference(), payout.amountRwf()) != null) {
            throw new IllegalStateException("paid twice");
        }
    }

    /** Whoever was refused is paid after all. */
    public boolean goesBackOn(PartyPayout payout) {
        boolean refused = orders.getOrDefault(payout.reference(), Optional.empty())
                .map(paid -> !paid)
                .orElse(false);
        if (refused) {
            settle(payout, true);
        }
        return refused;
    }

    /** Nothing stays undecided. */
    public void decideNow(PartyPayout payout) {
        if (orders.getOrDefault(payout.reference(), Optional.empty()).isEmpty()) {
            settle(payout, true);
        }
    }

    private Answer question(UUID reference) {
        if (random.nextInt(5) == 0) {
            return new Answer.Unknown();
        }
        Optional<Boolean> order = orders.get(reference);
        if (order == null) {
            return new Answer.NotFound();
        }
        return order.<Answer>map(pays -> pays ? new Answer.Succeeded("m" + reference) : new Answer.Failed("REFUSED"))
                .orElseGet(Answer.Pending::new);
    }

    /** What really went out, by our reference. */
    public Map<UUID, Long> moved() {
        return Map.copyOf(moved);
    }
}
