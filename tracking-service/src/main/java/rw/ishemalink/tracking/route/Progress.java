package rw.ishemalink.tracking.route;

import java.time.Duration;

/**
 * What a trip has done so far.
 *
 * @param metres travelled
 * @param moving the time it took, without stops
 */
public record Progress(long metres, Duration moving) {

    /** Nothing is known of it. */
    public static final Progress NONE = new Progress(0, Duration.ZERO);

    /** Whether it says how fast this trip is. */
    boolean isTelling() {
        return metres > 0 && moving.isPositive();
    }

    double secondsPerMetre() {
        return (double) moving.toMillis() / Duration.ofSeconds(1).toMillis() / metres;
    }
}
