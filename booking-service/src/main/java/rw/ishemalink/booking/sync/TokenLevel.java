package rw.ishemalink.booking.sync;

import java.time.Duration;

/**
 * A bucket that fills at a steady rate: who does an action takes a token out.
 *
 * @param tokens never below 0; a fraction counts for the next whole one
 */
public record TokenLevel(double tokens) {

    private static final double MILLIS_PER_MINUTE = 60_000;

    public TokenLevel {
        if (!(tokens >= 0)) {
            throw new IllegalArgumentException("no bucket holds " + tokens + " tokens");
        }
    }

    /** After that time; a clock that went back fills nothing. */
    public TokenLevel refilled(Duration passed, int perMinute, int burst) {
        double more = Math.max(0, passed.toMillis()) * perMinute / MILLIS_PER_MINUTE;
        return new TokenLevel(Math.min(burst, tokens + more));
    }

    /** How many of those that are wanted can be taken. */
    public int grant(int wanted) {
        return (int) Math.min(wanted, Math.floor(tokens));
    }

    public TokenLevel minus(int taken) {
        return new TokenLevel(tokens - taken);
    }
}
