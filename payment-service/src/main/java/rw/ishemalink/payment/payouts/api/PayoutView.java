package rw.ishemalink.payment.payouts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.store.StateColumns;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.payouts.PartyPayout;

/**
 * A payout; whole francs.
 *
 * @param payoutId our reference at the provider
 * @param phone the wallet's last two digits
 * @param status CREATED, UNKNOWN (asking the provider), PROMPTED (the provider has it), SUCCEEDED or FAILED
 * @param reason why it failed, in the provider's word
 * @param settlementId the run that paid it; absent of one that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutView(
        UUID payoutId,
        Account account,
        UUID party,
        long amount,
        Provider provider,
        String phone,
        String status,
        @Nullable String providerTransactionId,
        @Nullable String reason,
        @Nullable UUID syncId,
        @Nullable UUID settlementId,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    static PayoutView of(PartyPayout payout) {
        return new PayoutView(
                payout.reference(),
                payout.account().account(),
                payout.party(),
                payout.amountRwf(),
                payout.wallet().provider(),
                payout.wallet().phone().toString(),
                StateColumns.status(payout.state()),
                payout.state() instanceof MovementState.Succeeded(String id) ? id : null,
                payout.state() instanceof MovementState.Failed(String why) ? why : null,
                payout.origin().syncId(),
                payout.origin().runId(),
                payout.createdAt(),
                payout.decidedAt());
    }
}
