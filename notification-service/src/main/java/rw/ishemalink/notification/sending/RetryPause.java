package rw.ishemalink.notification.sending;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long after each, up to a limit, spread so that not all come back at once. */
record RetryPause(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The pause after that many failed attempts.
     *
     * @param spread 0 … 1, chosen at random: the pause is between half and all of the full one
     */
    Duration after(int attempts, double spread) {
        int doublings = Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
        double fullMillis = Math.min((double) longest.toMillis(), first.toMillis() * Math.scalb(1.0, doublings));
        return Duration.ofMillis(Math.round(fullMillis * (0.5 + spread / 2)));
    }
}
