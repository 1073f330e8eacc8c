package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;

/** A topic read from where it ended at one time to where it ends now: what a stage has left there. */
final class TopicReading {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final EventReader READER = new EventReader((_, _) -> Optional.empty());

    private final String bootstrapServers;
    private final Topics topic;

    TopicReading(String bootstrapServers, Topics topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** Where each partition ends. */
    Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer));
        }
    }

    /** Everything since then, in the order of each partition; nothing of transactions that were given up. */
    <E extends SpecificRecord> void read(Map<TopicPartition, Long> since, Class<E> type, Consumer<E> hearer) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(since.keySet());
            consumer.assign(since.keySet());
            since.forEach(consumer::seek);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> one : consumer.poll(POLL)) {
                    int version = ContractHeaders.getVersion(one.headers());
                    hearer.accept(type.cast(READER.read(topic, version, one.value())));
                }
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
