package rw.ishemalink.payment.collecting;

import java.util.UUID;

/**
 * A mobile money provider. The reference is ours, recorded before the call, and is the provider's idempotency key: the
 * same reference never moves money twice. A call that brings no certain answer ends in
 * {@link ProviderUnavailableException} or {@link Answer.Unknown}.
 */
public interface MobileMoney {

    Provider provider();

    /** Asks the payer for the total. */
    Answer collect(UUID reference, Terms terms);

    /** How a collection stands. */
    Answer askCollection(UUID reference);

    /** Gives the total of a collection back. */
    Answer refund(UUID reference, UUID collection, Terms terms);

    /** How a refund stands. */
    Answer askRefund(UUID reference);
}
