package rw.ishemalink.local.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.schemas.Topics;

/** How much of what was told consumer groups have dealt with, and what is still before them. */
final class Backlog implements AutoCloseable {

    /** Written by nobody but services, without transactions: an offset is an event. */
    private static final List<Topics> TOLD =
            List.of(Topics.BOOKING_EVENTS, Topics.PAYMENT_EVENTS, Topics.COMPLIANCE_EVENTS, Topics.TRACKING_EVENTS);

    /** What a transaction leaves at the end of a partition counts as a record that nobody reads. */
    private static final int MARKERS = 2;

    private static final int ANSWER_SECONDS = 30;

    private final Admin admin;

    Backlog(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Events of that topic that the group has dealt with. */
    long done(String group, Topics topic) {
        return committed(group).entrySet().stream()
                .filter(one -> one.getKey().topic().equals(topic.topicName()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Whether the group has dealt with all that was told on topics that it reads, and with what it told itself of it. What
     * it has committed nothing of is all before it.
     */
    boolean isDone(String group) {
        Map<TopicPartition, Long> committed = committed(group);
        Set<String> read =
                committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        if (!read.contains(Topics.BOOKING_EVENTS.topicName())) {
            return false;
        }
        Set<TopicPartition> all = TOLD.stream()
                .filter(topic -> read.contains(topic.topicName()))
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .collect(Collectors.toSet());
        all.addAll(committed.keySet());
        return ends(all).entrySet().stream()
                .allMatch(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L)
                        <= (isTold(end.getKey()) ? 0 : MARKERS));
    }

    private static boolean isTold(TopicPartition partition) {
        return TOLD.stream().anyMatch(topic -> topic.topicName().equals(partition.topic()));
    }

    /** How many members of the group have partitions of bookings' events; both instances, once they share the work. */
    long workers(String group) {
        return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .flatMap(description -> description.members().stream())
                .filter(member -> member.assignment().topicPartitions().stream()
                        .anyMatch(partition -> partition.topic().equals(Topics.BOOKING_EVENTS.topicName())))
                .count();
    }

    /** Records of those topics that each group which reads one has not dealt with yet. */
    Map<String, Long> lags(Predicate<String> topics) {
        List<String> groups = get(admin.listGroups().valid()).stream()
                .map(GroupListing::groupId)
                .toList();
        Map<String, Long> lags = new TreeMap<>();
        committed(groups).forEach((group, committed) -> {
            committed.keySet().removeIf(partition -> !topics.test(partition.topic()));
            if (!committed.isEmpty()) {
                lags.put(group, sum(ends(committed.keySet())) - sum(committed));
            }
        });
        return lags;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> committed(String group) {
        return committed(List.of(group)).getOrDefault(group, Map.of());
    }

    private Map<String, Map<TopicPartition, Long>> committed(List<String> groups) {
        Map<String, ListConsumerGroupOffsetsSpec> asked =
                groups.stream().collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, Long>> all = new HashMap<>();
        get(admin.listConsumerGroupOffsets(asked).all())
                .forEach((group, offsets) -> offsets.forEach((partition, offset) -> {
                    // Of a partition of which the group has committed nothing the broker says null.
                    if (offset != null) {
                        all.computeIfAbsent(group, _ -> new HashMap<>()).put(partition, offset.offset());
                    }
                }));
        return all;
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not tell of its groups", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
