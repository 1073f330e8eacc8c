package rw.ishemalink.booking.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.kit.consumer.ConsumerJob;
import rw.ishemalink.kit.consumer.ConsumerLoop;
import rw.ishemalink.schemas.Topics;

/**
 * Keeps something in this instance's memory true to a topic: reads all of its partitions, in no group and without offsets
 * of its own, from the beginning or from some time back. What it is told must bear being told again.
 */
final class Feed<E extends SpecificRecord> implements ConsumerJob {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    /**
     * What to read.
     *
     * @param lookBack from how long ago; empty: from the beginning
     */
    record Source<E extends SpecificRecord>(Topics topic, Class<E> type, Optional<Duration> lookBack) {}

    private final Source<E> source;
    private final RecordReader reader;
    private final java.util.function.Consumer<E> hearer;
    private final Runnable caughtUp;
    private final ConsumerLoop loop;
    private Map<TopicPartition, Long> ends = Map.of();
    private boolean behind = true;

    /**
     * A feed that is yet to be started.
     *
     * @param caughtUp run once everything from before the start was told
     */
    Feed(
            Source<E> source,
            RecordReader reader,
            java.util.function.Consumer<E> hearer,
            Runnable caughtUp,
            Map<String, Object> kafka) {
        this.source = source;
        this.reader = reader;
        this.hearer = hearer;
        this.caughtUp = caughtUp;
        Map<String, Object> settings = Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, source.lookBack().isPresent() ? "latest" : "earliest");
        this.loop = new ConsumerLoop("feed-" + source.topic().topicName(), kafka, settings, RETRY_PAUSE, this);
    }

    void start() {
        loop.start();
    }

    void stop() throws InterruptedException {
        loop.stop();
    }

    @Override
    public void begin(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(source.topic().topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic is not there yet");
        }
        ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        source.lookBack()
                .ifPresentOrElse(
                        lookBack -> goBack(consumer, partitions, lookBack), () -> consumer.seekToBeginning(partitions));
    }

    private void goBack(Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Duration lookBack) {
        long sinceMillis = Instant.now().minus(lookBack).toEpochMilli();
        Map<TopicPartition, Long> since = new HashMap<>();
        partitions.forEach(partition -> since.put(partition, sinceMillis));
        consumer.offsetsForTimes(since)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    @Override
    public void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> one : records) {
            reader.find(source.topic(), source.type(), one).ifPresent(hearer);
        }
        if (behind && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            behind = false;
            caughtUp.run();
        }
    }
}
