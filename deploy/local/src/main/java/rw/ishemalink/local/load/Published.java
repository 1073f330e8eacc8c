package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Whether broker and database tell the same: every published event is in an owner's outbox, and the other way round. */
final class Published {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final List<Database> owners;

    Published(String bootstrapServers, List<Database> owners) {
        this.bootstrapServers = bootstrapServers;
        this.owners = owners;
    }

    /**
     * What was found.
     *
     * @param unknown events at the broker of which no database knows: it is older than what it has said
     * @param waiting events of the databases that the broker does not have yet
     */
    record Found(long unknown, long waiting) {}

    Found compare() {
        Set<String> published = read(all("select distinct topic from outbox"));
        Set<String> known = all("select event_id::text from outbox");
        long unknown = published.stream().filter(id -> !known.contains(id)).count();
        long waiting = known.stream().filter(id -> !published.contains(id)).count();
        return new Found(unknown, waiting);
    }

    private Set<String> all(String query) {
        return owners.stream()
                .flatMap(owner -> owner.list(query, row -> row.getString(1)).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> read(Set<String> topics) {
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(POLL)) {
                    ids.add(new String(event.headers().lastHeader("ce_id").value(), UTF_8));
                }
            }
        }
        return ids;
    }
}
