package rw.ishemalink.payment.collecting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A mobile money provider. The reference is ours, recorded before the call, and is the provider's idempotency key: the
 * same reference never moves money twice (of refunds see {@link Provider#keysRefunds()}). A call that brings no certain
 * answer ends in {@link ProviderUnavailableException} or {@link Answer.Unknown}.
 */
public interface MobileMoney {

    Provider provider();

    /** Asks that payer for the total. */
    Answer collect(UUID reference, Msisdn payer, Terms terms);

    /** How a collection stands. */
    Answer askCollection(UUID reference);

    /** Gives the total of a collection back. */
    Answer refund(UUID reference, Charge charge, Terms terms);

    /** How the refund of that collection stands. */
    Answer askRefund(UUID reference, Charge charge);

    /** Sends money to a phone. */
    Answer transfer(UUID reference, Payout order);

    /** How a transfer stands. */
    Answer askTransfer(UUID reference);

    /**
     * What the provider says it moved on that day (Africa/Kigali).
     *
     * @throws ProviderUnavailableException when there is no such file, or none that can be read
     */
    List<StatementLine> statement(LocalDate day);
}
