package rw.ishemalink.backup.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which backups may go. Invariant: every moment of the time that is kept can be restored afterwards if it could before, so
 * the last backup before that time stays, with the log from its start; and the newest stays, however old.
 *
 * @param kept how far back
 */
public record Retention(Duration kept) {

    /** Row OP-15 of the recovery plan. */
    public static final Retention THIRTY_DAYS = new Retention(Duration.ofDays(30));

    /** What stays, the oldest first. */
    public <T extends StoredCopy> List<T> keep(List<T> oldestFirst, Instant now) {
        Instant horizon = now.minus(kept);
        int first = 0;
        for (int i = 1; i < oldestFirst.size(); i++) {
            if (!oldestFirst.get(i).endedAt().isAfter(horizon)) {
                first = i;
            }
        }
        return oldestFirst.subList(first, oldestFirst.size());
    }

    /** Whether what belongs to no whole backup is a remainder, not one that is being made. */
    public boolean isRemainder(Instant storedAt, Instant now) {
        return storedAt.isBefore(now.minus(Duration.ofDays(1)));
    }
}
