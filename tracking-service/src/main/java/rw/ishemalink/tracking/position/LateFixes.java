package rw.ishemalink.tracking.position;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Late fixes yield to live ones: a phone that was away for hours loses nothing by waiting a second more. Where nobody is
 * live, nobody waits. Pure.
 *
 * @param fresh what is older is late
 * @param longest how long live positions may take until late ones wait
 */
record LateFixes(Duration fresh, Duration longest) {

    /** Without a fresh fix for so long, nobody is live. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /**
     * Whether late fixes are to be sent again later.
     *
     * @param lastLive when the last request came that had a fresh fix
     * @param delay what live positions take now
     */
    boolean wait(Instant lastLive, Instant now, Duration delay) {
        return delay.compareTo(longest) >= 0 && lastLive.isAfter(now.minus(QUIET));
    }

    /** Whether there are fixes and none of them is fresh. What has no time is judged, not put off. */
    boolean areLate(List<Fix> fixes, Instant now) {
        return !fixes.isEmpty() && areBefore(fixes, now.minus(fresh));
    }

    private static boolean areBefore(List<Fix> fixes, Instant fresh) {
        for (Fix fix : fixes) {
            Instant recordedAt = fix.recordedAt();
            if (recordedAt == null || !recordedAt.isBefore(fresh)) {
                return false;
            }
        }
        return true;
    }
}
