package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.analytics.TimelineEntry;
import rw.ishemalink.schemas.compliance.ComplianceChange;

/**
 * What {@code compliance.events} tells.
 *
 * @param sequence of the latest event that is in it
 * @param receiptAt when the fiscal receipt was issued, or ours signed in its place
 * @param signedLocally whether we signed, as the tax authority could not be reached
 * @param dispatchesRefused how often
 */
public record Papers(long sequence, @Nullable Instant receiptAt, boolean signedLocally, int dispatchesRefused) {

    /**
     * Both together: the first receipt and all refusals.
     *
     * @param timeline both timelines together
     */
    static @Nullable Papers latest(@Nullable Papers one, @Nullable Papers other, List<TimelineEntry> timeline) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Papers receipt = one.hasEarlierReceipt(other) ? one : other;
        int refusals = Timeline.count(timeline, FactSource.COMPLIANCE, ComplianceChange.DISPATCH_REFUSED.name());
        return new Papers(
                Math.max(one.sequence, other.sequence),
                receipt.receiptAt,
                receipt.signedLocally,
                Math.max(refusals, Math.max(one.dispatchesRefused, other.dispatchesRefused)));
    }

    private boolean hasEarlierReceipt(Papers other) {
        return receiptAt != null && (other.receiptAt == null || !other.receiptAt.isBefore(receiptAt));
    }

    static boolean countsLike(@Nullable Papers one, @Nullable Papers other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.equals(one.receiptAt, other.receiptAt)
                && one.signedLocally == other.signedLocally
                && one.dispatchesRefused == other.dispatchesRefused;
    }
}
