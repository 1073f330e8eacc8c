package rw.ishemalink.analytics.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.processor.TaskId;
import org.jboss.logging.Logger;

/**
 * Which of this instance's copies have followed. A copy that is still being made lacks whatever changed last, so its
 * figures are not old but wrong; one that had all there was at one time follows from then on, and is an answer even when the
 * instance that it followed is gone.
 */
final class Copies {

    private static final Logger LOG = Logger.getLogger(Copies.class);

    /** The marks of transactions count as records, and nobody reads them. */
    private static final long ALL_BUT_MARKS = 10;

    /** What is read in a moment. */
    private static final long NEAR = 1_000;

    private final KafkaStreams streams;
    private final Upstream upstream;
    private volatile Set<Copy> followed = Set.of();
    private volatile boolean areMade;

    Copies(KafkaStreams streams, Upstream upstream) {
        this.streams = streams;
        this.upstream = upstream;
    }

    private record Copy(String store, int partition) {}

    /** Whether it has. */
    boolean hasFollowed(String store, int partition) {
        return followed.contains(new Copy(store, partition));
    }

    /** Whether this instance once had, or nearly had, a copy of all that it is to have copies of. */
    boolean areMade() {
        return areMade;
    }

    /** Looks how far each copy is. The broker is asked, so now and then and not for a question. */
    synchronized void look() {
        try {
            Set<TaskId> standby = streams.metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.standbyTasks().stream())
                    .map(TaskMetadata::taskId)
                    .collect(Collectors.toSet());
            look(standby);
        } catch (KafkaException | IllegalStateException e) {
            // Kafka is away, or we are stopping: what was known stands.
            LOG.debugf("nobody knows how far the copies are: %s", e);
        }
    }

    private void look(Set<TaskId> standby) {
        Map<Copy, Long> lags = standby.isEmpty() ? Map.of() : lags(standby);
        followed = lags.entrySet().stream()
                .filter(copy -> copy.getValue() <= ALL_BUT_MARKS || followed.contains(copy.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        boolean isEachBegun =
                standby.stream().allMatch(task -> lags.keySet().stream().anyMatch(copy -> isOf(task, copy)));
        boolean isEachNear = lags.values().stream().allMatch(lag -> lag <= NEAR);
        areMade = areMade || (streams.state() == KafkaStreams.State.RUNNING && isEachBegun && isEachNear);
    }

    /** Of each copy, how many changes it lacks. */
    private Map<Copy, Long> lags(Set<TaskId> standby) {
        Map<Copy, Long> found = new HashMap<>();
        streams.allLocalStorePartitionLags()
                .forEach((store, lags) -> lags.forEach((partition, lag) -> {
                    Copy copy = new Copy(store, partition);
                    if (standby.stream().anyMatch(task -> isOf(task, copy))) {
                        found.put(copy, lag.offsetLag());
                    }
                }));
        return found;
    }

    private boolean isOf(TaskId task, Copy copy) {
        return task.partition() == copy.partition()
                && upstream.findPart(copy.store()).stream().anyMatch(part -> part == task.subtopology());
    }
}
