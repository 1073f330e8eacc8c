package rw.ishemalink.analytics.query;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import rw.ishemalink.analytics.booking.BookingStream;
import rw.ishemalink.analytics.standings.StandingsStream;
import rw.ishemalink.schemas.Topics;

/**
 * How far this instance is behind: of the partitions with records that are received and not yet committed, the age of
 * the oldest counted event. 0 when nothing waits, however long ago the last event was.
 */
final class Lag {

    /** Nothing is counted of these; bookings are judged when their own events are. */
    private static final Set<String> OF_THE_LAW =
            Set.of(Topics.PAYMENT_EVENTS.topicName(), Topics.COMPLIANCE_EVENTS.topicName());

    private final KafkaStreams streams;
    private final Function<String, Map<Integer, Long>> countedUpTo;

    Lag(KafkaStreams streams, Function<String, Map<Integer, Long>> countedUpTo) {
        this.streams = streams;
        this.countedUpTo = countedUpTo;
    }

    long millis() {
        Map<Integer, Long> bookings = countedUpTo.apply(BookingStream.COUNTED_UP_TO);
        Map<Integer, Long> standings = countedUpTo.apply(StandingsStream.COUNTED_UP_TO);
        long now = System.currentTimeMillis();
        return threads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream().filter(partition -> waits(task, partition)))
                .filter(partition -> !OF_THE_LAW.contains(partition.topic()))
                .mapToLong(partition -> now
                        - (partition.topic().equals(Topics.BOOKING_EVENTS.topicName()) ? bookings : standings)
                                .getOrDefault(partition.partition(), now))
                .map(millis -> Math.max(0, millis))
                .max()
                .orElse(0);
    }

    private Set<ThreadMetadata> threads() {
        try {
            return streams.metadataForLocalThreads();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // Stopping: there is nothing to be behind with.
            return Set.of();
        }
    }

    private static boolean waits(TaskMetadata task, TopicPartition partition) {
        long received = task.endOffsets().getOrDefault(partition, -1L);
        long committed = task.committedOffsets().getOrDefault(partition, 0L);
        return received >= committed;
    }
}
