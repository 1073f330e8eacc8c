package rw.ishemalink.analytics.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code compliance.events} tells.
 *
 * @param sequence of the latest event that is in it
 * @param receiptAt when the fiscal receipt was issued, or ours signed in its place
 * @param signedLocally whether we signed, as the tax authority could not be reached
 * @param dispatchesRefused how often
 */
public record Papers(long sequence, @Nullable Instant receiptAt, boolean signedLocally, int dispatchesRefused) {}
