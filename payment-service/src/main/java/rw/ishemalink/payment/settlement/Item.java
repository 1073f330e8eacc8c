package rw.ishemalink.payment.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.payouts.Refusal;

/**
 * A party's line in a run.
 *
 * @param payout our reference of what was paid; null if nothing was
 * @param payoutRwf its amount; 0 if there is none
 * @param payoutStatus how it stands now; null if there is none
 * @param refused why nothing was paid; null if something was
 */
public record Item(
        PartyDay day,
        @Nullable UUID payout,
        long payoutRwf,
        @Nullable String payoutStatus,
        @Nullable Refusal refused) {}
