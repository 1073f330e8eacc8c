package rw.ishemalink.tracking.watch;

import java.time.Duration;

/**
 * How the watch waits and remembers.
 *
 * @param grace for how much of the phones' time earlier positions are waited for
 * @param patience for how long, by our clock, at most
 * @param gap a silence from which on late positions are expected
 * @param lastEvery at most one last position of a vehicle in that time
 * @param lookEvery how often a trip under way is looked at without a position
 * @param memory how long a trip that is over is remembered
 */
public record WatchRules(
        Duration grace, Duration patience, Duration gap, Duration lastEvery, Duration lookEvery, Duration memory) {

    /** As many positions of a vehicle wait at most, as many gaps of a trip are remembered. */
    static final int MOST_WAITING = 64;

    static final int MOST_GAPS = 8;
}
