package rw.ishemalink.analytics.query;

import java.util.HashSet;
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

    private final KafkaStreams streams;
    private final Upstream upstream;
    private volatile Set<Copy> followed = Set.of();

    Copies(KafkaStreams streams, Upstream upstream) {
        this.streams = streams;
        this.upstream = upstream;
    }

    private record Copy(String store, int partition) {}

    /** Whether it has. */
    boolean hasFollowed(String store, int partition) {
        return followed.contains(new Copy(store, partition));
    }

    /** Looks how far each copy is. The broker is asked, so now and then and not for a question. */
    void look() {
        try {
            Set<TaskId> standby = streams.metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.standbyTasks().stream())
                    .map(TaskMetadata::taskId)
                    .collect(Collectors.toSet());
            followed = standby.isEmpty() ? Set.of() : look(standby);
        } catch (KafkaException | IllegalStateException e) {
            // Kafka is away, or we are stopping: what was known stands.
            LOG.debugf("nobody knows how far the copies are: %s", e);
        }
    }

    private Set<Copy> look(Set<TaskId> standby) {
        Set<Copy> now = new HashSet<>();
        streams.allLocalStorePartitionLags()
                .forEach((store, lags) -> lags.forEach((partition, lag) -> {
                    Copy copy = new Copy(store, partition);
                    boolean isCopy = upstream.findPart(store)
                            .map(part -> standby.contains(new TaskId(part, partition)))
                            .orElse(false);
                    if (isCopy && (lag.offsetLag() <= ALL_BUT_MARKS || followed.contains(copy))) {
                        now.add(copy);
                    }
                }));
        return Set.copyOf(now);
    }
}
