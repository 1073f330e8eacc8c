package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does something so often a second for as long as it is on; what could not be done in time is made up for. */
final class Pace implements Runnable {

    private static final Duration MOMENT = Duration.ofMillis(2);

    private final int perSecond;
    private final AtomicBoolean on;
    private final Runnable work;

    Pace(int perSecond, AtomicBoolean on, Runnable work) {
        this.perSecond = perSecond;
        this.on = on;
        this.work = work;
    }

    @Override
    public void run() {
        long begin = System.nanoTime();
        long done = 0;
        while (on.get()) {
            long due = (System.nanoTime() - begin) / 1_000 * perSecond / 1_000_000;
            if (done < due) {
                work.run();
                done++;
            } else {
                Waiting.pause(MOMENT);
            }
        }
    }
}
