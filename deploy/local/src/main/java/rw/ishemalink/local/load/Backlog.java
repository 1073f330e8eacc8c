package rw.ishemalink.local.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.schemas.Topics;

/** How much of what was told a consumer group has dealt with. What it has committed nothing of is all before it. */
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

    /** Whether the group has dealt with all that was told on topics that it reads, and with what it told itself of it. */
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

    private Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                new HashMap<>(get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
        offsets.values().removeIf(Objects::isNull);
        return offsets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, offset -> offset.getValue()
                .offset()));
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                get(admin.listOffsets(latest).all());
        return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                .offset()));
    }

    /** How many members of the group have partitions of bookings' events; both instances, once they share the work. */
    long workers(String group) {
        return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .flatMap(description -> description.members().stream())
                .filter(member -> member.assignment().topicPartitions().stream()
                        .anyMatch(partition -> partition.topic().equals(Topics.BOOKING_EVENTS.topicName())))
                .count();
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
