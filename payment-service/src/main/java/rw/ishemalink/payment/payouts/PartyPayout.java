package rw.ishemalink.payment.payouts;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.ledger.AccountKey;

/**
 * Money owed to a driver or an operator, on its way to a wallet.
 *
 * @param reference ours; the provider's idempotency key
 * @param number in the order in which payouts were recorded
 * @param account whose claim it is paid from
 * @param reservation the transfer that sets the money aside
 * @param tries how often a worker took it up; tells one claim from the next
 * @param decidedAt when the provider's word was heard; null until then
 */
public record PartyPayout(
        UUID reference,
        long number,
        AccountKey account,
        long amountRwf,
        Wallet wallet,
        MovementState state,
        UUID reservation,
        Origin origin,
        int tries,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    /** Whose money it is. */
    public UUID party() {
        return Objects.requireNonNull(account.party());
    }
}
