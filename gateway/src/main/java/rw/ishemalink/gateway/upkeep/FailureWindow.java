package rw.ishemalink.gateway.upkeep;

import java.util.Arrays;

/** The last so many answers of one service to "are you well?". Not safe for many threads. */
final class FailureWindow {

    private final boolean[] failed;
    private final int threshold;
    private int next;

    /** Too many are that many failures of so many last answers. */
    FailureWindow(int threshold, int of) {
        if (threshold < 1 || threshold > of) {
            throw new IllegalArgumentException(threshold + " failures of " + of);
        }
        this.failed = new boolean[of];
        this.threshold = threshold;
    }

    /** Takes note of an answer; whether too many have failed. */
    boolean add(boolean well) {
        failed[next] = !well;
        next = (next + 1) % failed.length;
        int failures = 0;
        for (boolean one : failed) {
            failures += one ? 1 : 0;
        }
        return failures >= threshold;
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(failed, false);
    }
}
