package rw.ishemalink.analytics.query;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * How far this instance is behind: of the partitions with records that are received and not yet committed, the age of
 * the latest counted event. 0 when nothing waits, however long ago the last event was.
 */
final class Lag {

    /** The time of what has none, as facts that were published. */
    private static final long NOTHING_COUNTED = 0;

    private final KafkaStreams streams;
    private final Upstream upstream;
    private final Function<String, Map<Integer, Long>> countedUpTo;

    Lag(KafkaStreams streams, Upstream upstream, Function<String, Map<Integer, Long>> countedUpTo) {
        this.streams = streams;
        this.upstream = upstream;
        this.countedUpTo = countedUpTo;
    }

    /** Of what is counted there, and of what must be counted before. */
    long millis(String countedUpToStore) {
        Set<Integer> parts = upstream.partsBehind(countedUpToStore);
        return threads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .filter(task -> parts.contains(task.taskId().subtopology()) && waits(task))
                .mapToLong(task -> millis(task, countedUpToStore))
                .max()
                .orElse(0);
    }

    private long millis(TaskMetadata task, String countedUpToStore) {
        long now = System.currentTimeMillis();
        long counted = upstream.findCountedUpTo(task.taskId().subtopology(), countedUpToStore)
                .map(countedUpTo)
                .map(times -> times.get(task.taskId().partition()))
                .filter(time -> time > NOTHING_COUNTED)
                .orElse(now);
        return Math.max(0, now - counted);
    }

    private Set<ThreadMetadata> threads() {
        try {
            return streams.metadataForLocalThreads();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // Stopping: there is nothing to be behind with.
            return Set.of();
        }
    }

    private static boolean waits(TaskMetadata task) {
        return task.endOffsets().entrySet().stream()
                .anyMatch(end -> end.getValue() >= task.committedOffsets().getOrDefault(end.getKey(), 0L));
    }
}
