package rw.ishemalink.payment.settlement;

import rw.ishemalink.payment.ledger.AccountKey;

/**
 * What a day did to what a driver or an operator is owed, in whole francs: closing = opening + earned − reversed − paid +
 * corrected.
 *
 * @param accountId the ledger's number of the account
 * @param opening what was owed before; below nothing if the party owed us
 * @param reversed earned before, and taken back because the price went back
 * @param paid payouts that the provider confirmed
 * @param corrected everything else, what is added less what is taken away
 */
public record PartyDay(
        long accountId,
        AccountKey account,
        long opening,
        long earned,
        long reversed,
        long paid,
        long corrected,
        long closing) {

    /** Whether nothing was owed and nothing happened. */
    boolean idle() {
        return opening == 0 && earned == 0 && reversed == 0 && paid == 0 && corrected == 0;
    }
}
