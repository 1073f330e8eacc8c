package rw.ishemalink.local.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.schemas.Topics;

/** How many records the declared topics have taken, and the bytes of one copy of what they keep. */
record TopicSizes(long records, long bytes) {

    private static final int ANSWER_SECONDS = 30;

    static TopicSizes measure(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return new TopicSizes(records(admin), bytes(admin));
        }
    }

    private static long records(Admin admin) {
        Map<TopicPartition, OffsetSpec> ends = Arrays.stream(Topics.values())
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return get(admin.listOffsets(ends).all()).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** A broker of a small cluster has a copy of everything. */
    private static long bytes(Admin admin) {
        int broker = get(admin.describeCluster().nodes()).iterator().next().id();
        Set<String> names =
                Arrays.stream(Topics.values()).map(Topics::topicName).collect(Collectors.toSet());
        Map<Integer, Map<String, LogDirDescription>> folders =
                get(admin.describeLogDirs(List.of(broker)).allDescriptions());
        return folders.getOrDefault(broker, Map.of()).values().stream()
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> names.contains(replica.getKey().topic()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
