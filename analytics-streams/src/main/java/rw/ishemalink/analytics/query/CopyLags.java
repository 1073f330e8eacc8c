package rw.ishemalink.analytics.query;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.jboss.logging.Logger;

/**
 * How much of what was committed the partitions of this instance that follow, or are being restored, do not have yet.
 * The broker is asked, so not for each question.
 */
final class CopyLags {

    private static final Logger LOG = Logger.getLogger(CopyLags.class);
    private static final long KEPT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final KafkaStreams streams;
    private Map<String, Map<Integer, LagInfo>> lags = Map.of();
    private long askedAt = System.nanoTime() - KEPT_NANOS;

    CopyLags(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Records of the store that are not in this instance's copy of the partition; empty when there is none or nobody knows. */
    synchronized Optional<Long> findRecords(String store, int partition) {
        if (System.nanoTime() - askedAt >= KEPT_NANOS) {
            lags = ask();
            askedAt = System.nanoTime();
        }
        return Optional.ofNullable(lags.getOrDefault(store, Map.of()).get(partition))
                .map(LagInfo::offsetLag);
    }

    private Map<String, Map<Integer, LagInfo>> ask() {
        try {
            return streams.allLocalStorePartitionLags();
        } catch (KafkaException | IllegalStateException e) {
            LOG.debugf("nobody knows how far the copies are behind: %s", e);
            return Map.of();
        }
    }
}
