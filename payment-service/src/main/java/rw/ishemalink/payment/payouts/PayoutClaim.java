package rw.ishemalink.payment.payouts;

import java.util.UUID;
import rw.ishemalink.payment.collecting.Errands;
import rw.ishemalink.payment.collecting.MovementRules.Step;

/**
 * A payout that one worker took up.
 *
 * @param payout as it was before the claim, its tries not yet counted
 */
record PayoutClaim(PartyPayout payout, Step step) implements Errands.Errand {

    @Override
    public UUID reference() {
        return payout.reference();
    }
}
