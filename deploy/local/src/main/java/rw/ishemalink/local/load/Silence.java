package rw.ishemalink.local.load;

import java.time.Duration;

/** The longest time in which nothing was heard. */
final class Silence {

    private long heard = System.nanoTime();
    private long longest;

    synchronized void heard() {
        longest = longest();
        heard = System.nanoTime();
    }

    /** Since it was last asked; the silence that lasts now included. */
    synchronized Duration longestAnew() {
        Duration answer = Duration.ofNanos(longest());
        longest = 0;
        heard = System.nanoTime();
        return answer;
    }

    private long longest() {
        return Math.max(longest, System.nanoTime() - heard);
    }
}
