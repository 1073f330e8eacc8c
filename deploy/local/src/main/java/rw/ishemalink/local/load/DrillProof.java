package rw.ishemalink.local.load;

import java.time.Duration;

/**
 * Whether a restored stack agrees with the world.
 *
 * @param told what clients were told, and how much of it is lost
 * @param unknown events that were published and of which the databases do not know
 * @param money our books beside the providers'
 * @param ledgerIntact whether the ledger's chain holds
 * @param trailIntact whether the audit trail's chain holds
 */
public record DrillProof(
        Told.Found told, long unknown, MoneyCheck.Found money, boolean ledgerIntact, boolean trailIntact) {

    /** Whether books and trail are whole, and no more is lost than that. */
    public boolean holds(Duration recoveryPoint) {
        return told.span().compareTo(recoveryPoint) <= 0 && money.isRight() && ledgerIntact && trailIntact;
    }
}
