package rw.ishemalink.compliance.audit;

import java.util.List;
import rw.ishemalink.kit.chain.Seal;

/**
 * What came of checking a stretch of the trail.
 *
 * @param intact whether nothing was found
 * @param checked how many entries were read
 * @param more whether the trail goes on; ask again from the place after {@code end}
 * @param waiting how many entries wait for their place: the chain says nothing of them yet
 * @param end the last place that was read: who notes it can have it checked later
 * @param findings the first hundred
 */
public record TrailVerification(
        boolean intact, long checked, boolean more, long waiting, Seal end, List<TrailFinding> findings) {

    public TrailVerification {
        findings = List.copyOf(findings);
    }
}
