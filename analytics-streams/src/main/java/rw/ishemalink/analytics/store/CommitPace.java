package rw.ishemalink.analytics.store;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit soon while there is little to do, so that figures are fresh. While there is much, Kafka's own interval
 * decides: what changes a hundred times in it is written once, and a transaction costs the same for many records as for
 * few.
 */
public final class CommitPace {

    /** How soon. */
    public static final Duration SOON = Duration.ofMillis(100);

    /** More records of one thread than this in that time are much. */
    static final int MUCH = 500;

    /** What the thread does: a commit is one of all its tasks. */
    private static final ThreadLocal<Work> WORK = ThreadLocal.withInitial(Work::new);

    private final ProcessorContext<?, ?> context;
    private boolean isUncommitted;

    private CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Records of a thread, in this stretch of time and in the one before. */
    private static final class Work {

        private long beganMillis;
        private int records;
        private int recordsBefore;

        private boolean isMuch(long nowMillis) {
            // A clock that is set back must not stop it.
            if (Math.abs(nowMillis - beganMillis) >= SOON.toMillis()) {
                beganMillis = nowMillis;
                recordsBefore = records;
                records = 0;
            }
            return Math.max(records, recordsBefore) > MUCH;
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
        WORK.get().records++;
        isUncommitted = true;
    }

    private void look(long nowMillis) {
        if (!WORK.get().isMuch(nowMillis) && isUncommitted) {
            context.commit();
            isUncommitted = false;
        }
    }
}
