package rw.ishemalink.analytics.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tracking.events} tells.
 *
 * @param sequence of the latest event that is in it
 * @param promisedAt when it was to arrive, as estimated first on the way; null when nobody estimated
 */
public record Trip(long sequence, @Nullable Instant promisedAt) {}
