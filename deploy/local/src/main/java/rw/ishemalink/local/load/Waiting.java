package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a load set going. */
final class Waiting {

    private static final Duration MOMENT = Duration.ofMillis(100);

    private Waiting() {}

    /**
     * Looks again and again until it is so.
     *
     * @throws IllegalStateException when it is not so after that time
     */
    static void until(String what, Duration patience, BooleanSupplier so) {
        until(what, patience, so, MOMENT);
    }

    /** The same with another pause between two looks. */
    static void until(String what, Duration patience, BooleanSupplier so, Duration moment) {
        long end = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            pause(moment);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
