package rw.ishemalink.local.load;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.schemas.Topics;

/** How far each consumer group that reads a topic is behind, whoever they are. */
final class GroupLags implements AutoCloseable {

    private static final int ANSWER_SECONDS = 30;

    private final Admin admin;
    private final String topic;

    GroupLags(String bootstrapServers, Topics topic) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.topic = topic.topicName();
    }

    /** Records that each group has not dealt with yet. */
    Map<String, Long> find() {
        Collection<GroupListing> groups = get(admin.listGroups().valid());
        Map<String, ListConsumerGroupOffsetsSpec> specs = groups.stream()
                .collect(Collectors.toMap(GroupListing::groupId, _ -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets =
                get(admin.listConsumerGroupOffsets(specs).all());
        Map<String, Long> lags = new TreeMap<>();
        offsets.forEach((group, committed) -> {
            committed.keySet().removeIf(partition -> !partition.topic().equals(topic));
            committed.values().removeIf(java.util.Objects::isNull);
            if (!committed.isEmpty()) {
                lags.put(group, lag(committed));
            }
        });
        return lags;
    }

    private long lag(Map<TopicPartition, OffsetAndMetadata> committed) {
        return get(admin.listOffsets(
                                committed.keySet().stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .mapToLong(end -> end.getValue().offset()
                        - committed
                                .getOrDefault(end.getKey(), new OffsetAndMetadata(0))
                                .offset())
                .sum();
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
