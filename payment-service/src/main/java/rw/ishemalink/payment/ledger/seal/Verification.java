package rw.ishemalink.payment.ledger.seal;

import java.util.List;
import rw.ishemalink.kit.chain.Seal;

/**
 * What came of checking a tenant's books.
 *
 * @param intact whether nothing was found
 * @param sealed how many transfers the chain holds
 * @param waiting how many committed transfers wait for their seal: the chain says nothing of them yet
 * @param end the end of the chain: who notes it can have it checked later
 * @param findings the first of them, at most 100 of a kind
 */
public record Verification(boolean intact, long sealed, long waiting, Seal end, List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }
}
