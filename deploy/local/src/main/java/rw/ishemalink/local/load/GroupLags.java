package rw.ishemalink.local.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far each consumer group is behind, whoever they are. */
final class GroupLags implements AutoCloseable {

    private static final int ANSWER_SECONDS = 30;

    private final Admin admin;

    GroupLags(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Records of those topics that each group which reads one has not dealt with yet. */
    Map<String, Long> find(Predicate<String> topics) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = get(
                        admin.listGroups().valid())
                .stream()
                .collect(Collectors.toMap(GroupListing::groupId, _ -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Long> lags = new TreeMap<>();
        get(admin.listConsumerGroupOffsets(groups).all()).forEach((group, offsets) -> {
            Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(offsets);
            committed.values().removeIf(Objects::isNull);
            committed.keySet().removeIf(partition -> !topics.test(partition.topic()));
            if (!committed.isEmpty()) {
                lags.put(group, lag(committed));
            }
        });
        return lags;
    }

    private long lag(Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<TopicPartition, OffsetSpec> latest =
                committed.keySet().stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        var ends = get(admin.listOffsets(latest).all());
        return committed.entrySet().stream()
                .mapToLong(one -> Objects.requireNonNull(ends.get(one.getKey())).offset()
                        - one.getValue().offset())
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
