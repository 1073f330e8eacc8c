package rw.ishemalink.analytics.store;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit soon while there is little to do, so that figures are fresh. While there is much, Kafka's own interval
 * decides: what changes a hundred times in it is written once, and a transaction costs the same for many records as for
 * few.
 *
 * <p>Soon is counted from the first record after the commit before, so between two commits there is always time to work:
 * a thread whose commits take longer than they are apart would do nothing else.
 */
public final class CommitPace {

    /** How soon. */
    public static final Duration SOON = Duration.ofMillis(100);

    /** More records of one thread than this in that time are much. */
    static final int MUCH = 500;

    /** What the thread does: a commit is one of all its tasks. */
    private static final ThreadLocal<Work> WORK = ThreadLocal.withInitial(Work::new);

    private final ProcessorContext<?, ?> context;
    private long countedAfter = -1;

    private CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** What a thread counted since it last asked for a commit, or last saw that there is much. */
    private static final class Work {

        private long commits;
        private long beganMillis;
        private int records;

        private void counted(long nowMillis) {
            if (records == 0) {
                beganMillis = nowMillis;
            }
            records++;
        }

        /** Whether it is time to commit. */
        private boolean isDue(long nowMillis) {
            // A clock that is set back must not stop it.
            long sinceMillis = Math.abs(nowMillis - beganMillis);
            if (sinceMillis < SOON.toMillis()) {
                return false;
            }
            boolean isMuch = records * SOON.toMillis() > MUCH * sinceMillis;
            beganMillis = nowMillis;
            records = 0;
            return !isMuch;
        }
    }

    /** Keeps the pace of the processor's task. */
    public static CommitPace of(ProcessorContext<?, ?> context) {
        CommitPace pace = new CommitPace(context);
        var unused = context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, pace::look);
        return pace;
    }

    /** A record was processed. */
    public void counted() {
        Work work = WORK.get();
        work.counted(context.currentSystemTimeMs());
        countedAfter = work.commits;
    }

    private void look(long nowMillis) {
        Work work = WORK.get();
        if (countedAfter == work.commits && work.isDue(nowMillis)) {
            context.commit();
            work.commits++;
        }
    }
}
