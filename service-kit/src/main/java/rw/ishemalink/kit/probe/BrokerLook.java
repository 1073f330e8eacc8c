package rw.ishemalink.kit.probe;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import rw.ishemalink.schemas.Topics;

/** What the broker knows of our groups and of our dead letters. */
final class BrokerLook {

    /** By its offsets {@code ./ishema dead-letters --replay} remembers what it has put back. */
    private static final String REPLAYED = "dead-letters-replayed";

    private static final Logger LOG = Logger.getLogger(BrokerLook.class);

    private final Admin admin;

    BrokerLook(Admin admin) {
        this.admin = admin;
    }

    /** A topic that a group reads. */
    record Reading(String group, String topic) {}

    /** How many records each group has yet to read, per topic. */
    Map<Reading, Long> listLag(Collection<String> groups) {
        Map<Reading, Long> lag = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, Long> read = committed(group);
            endsOf(read.keySet(), OffsetSpec.latest())
                    .forEach((partition, end) -> lag.merge(
                            new Reading(group, partition.topic()),
                            Math.max(0, end - read.getOrDefault(partition, end)),
                            Long::sum));
        }
        return lag;
    }

    /** How many letters wait on each dead-letter topic: neither replayed nor gone by age. */
    Map<String, Long> countLetters(Collection<Topics> of) {
        Collection<TopicPartition> partitions =
                partitionsOf(of.stream().map(Topics::deadLetterTopicName).toList());
        Map<TopicPartition, Long> first = endsOf(partitions, OffsetSpec.earliest());
        committed(REPLAYED)
                .forEach((partition, offset) ->
                        first.computeIfPresent(partition, (_, begin) -> Math.max(begin, offset)));
        Map<String, Long> letters = new TreeMap<>();
        endsOf(partitions, OffsetSpec.latest())
                .forEach((partition, end) ->
                        letters.merge(partition.topic(), end - first.getOrDefault(partition, end), Long::sum));
        return letters;
    }

    private Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets =
                get(admin.listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group));
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    /** What a transaction has not committed yet is not waited for. */
    private Map<TopicPartition, Long> endsOf(Collection<TopicPartition> partitions, OffsetSpec which) {
        ListOffsetsResult result = admin.listOffsets(
                partitions.stream().collect(toMap(identity(), _ -> which)),
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : partitions) {
            try {
                ends.put(partition, get(result.partitionResult(partition)).offset());
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debugf("%s is gone, with all that was to read", partition);
            }
        }
        return ends;
    }

    private Collection<TopicPartition> partitionsOf(Collection<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        get(admin.describeTopics(topics).allTopicNames()).forEach((topic, description) -> description
                .partitions()
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        return partitions;
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
