package rw.ishemalink.tracking.position;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Late fixes yield to live ones: a phone that was away for hours loses nothing by waiting a second more. Pure.
 *
 * @param fresh what is older is late
 * @param longest how long live positions may take until late ones wait
 */
record LateFixes(Duration fresh, Duration longest) {

    /**
     * Whether the fixes, none of which is fresh, are to be sent again later.
     *
     * @param delay what live positions take now
     */
    boolean wait(List<Fix> fixes, Instant now, Duration delay) {
        return delay.compareTo(longest) >= 0 && !fixes.isEmpty() && areLate(fixes, now.minus(fresh));
    }

    private static boolean areLate(List<Fix> fixes, Instant fresh) {
        for (Fix fix : fixes) {
            Instant recordedAt = fix.recordedAt();
            if (recordedAt == null || !recordedAt.isBefore(fresh)) {
                return false;
            }
        }
        return true;
    }
}
