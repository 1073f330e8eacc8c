package rw.ishemalink.payment.collecting;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.MovementRules.Step;

/**
 * One kind of order at providers: the movements of payments, or payouts. Their worker is the same: it claims in one
 * transaction, calls outside of any, and records in another.
 *
 * @param <E> an order that one worker took up
 */
public interface Errands<E extends Errands.Errand> {

    /** An order that one worker took up. */
    interface Errand {

        /** Ours; the provider's idempotency key. */
        UUID reference();

        Step step();
    }

    /** Most calls of this kind to one provider at once: a kind that has much to do holds up no other. */
    int callsAtOnce();

    /** First transaction: takes up those that are due there, so many at most. */
    List<E> claim(Provider provider, int limit);

    /** Orders it; no transaction is open. */
    Answer send(MobileMoney provider, E errand);

    /** Asks how it stands; no transaction is open. */
    Answer question(MobileMoney provider, E errand);

    /** Second transaction: records what the provider answered. */
    void record(E errand, Answer answer);

    /** Someone says that there is news of these, so they are asked about at once. Answers those that there are. */
    Set<UUID> hint(Tx tx, Collection<UUID> references);
}
