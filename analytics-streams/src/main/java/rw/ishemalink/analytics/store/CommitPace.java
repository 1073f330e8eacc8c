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

    /** More records of one task than this in that time are much: some 6,000 a second of six partitions. */
    static final int MUCH = 100;

    private final ProcessorContext<?, ?> context;
    private int records;

    private CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Keeps the pace of the processor's task. */
    public static CommitPace of(ProcessorContext<?, ?> context) {
        CommitPace pace = new CommitPace(context);
        var unused = context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, _ -> pace.look());
        return pace;
    }

    /** A record was processed. */
    public void counted() {
        records++;
    }

    private void look() {
        if (records > 0 && records <= MUCH) {
            context.commit();
        }
        records = 0;
    }
}
