package rw.ishemalink.local.letters;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import rw.ishemalink.schemas.Topics;

/**
 * The dead-letter topics of the suite. What was replayed is remembered by the offsets of a consumer group: killed in
 * between, a letter may be replayed twice, and the inbox of whoever has handled it passes it over.
 */
public final class DeadLetterBox {

    private static final String GROUP = "dead-letters-replayed";
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;

    public DeadLetterBox(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The letters that were not replayed, oldest first. */
    public List<DeadLetter> list() {
        try (var consumer = consumer()) {
            return read(consumer);
        }
    }

    /** Puts the letters back on their topics, oldest first; answers how many. Every consumer hears them again. */
    public int replay() {
        try (var consumer = consumer();
                var producer = producer()) {
            List<DeadLetter> letters = read(consumer);
            for (DeadLetter letter : letters) {
                producer.send(letter.asItWas()).get();
                ConsumerRecord<?, ?> source = letter.source();
                consumer.commitSync(Map.of(
                        new TopicPartition(source.topic(), source.partition()),
                        new OffsetAndMetadata(source.offset() + 1)));
            }
            return letters.size();
        } catch (ExecutionException e) {
            throw new IllegalStateException("kafka: a letter cannot be put back: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<DeadLetter> read(KafkaConsumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        List<DeadLetter> letters = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(source -> letters.add(new DeadLetter(source)));
        }
        letters.sort(comparing(DeadLetter::since));
        return letters;
    }

    /** At the first letter of each partition that was not replayed. */
    private KafkaConsumer<String, byte[]> consumer() {
        var consumer = new KafkaConsumer<String, byte[]>(
                Map.of("bootstrap.servers", bootstrapServers, "group.id", GROUP, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Set<TopicPartition> partitions = Arrays.stream(Topics.values())
                .flatMap(topic -> consumer.partitionsFor(topic.deadLetterTopicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        Map<TopicPartition, Long> first = new HashMap<>(consumer.beginningOffsets(partitions));
        consumer.committed(partitions).forEach((partition, replayed) -> {
            if (replayed != null) {
                first.merge(partition, replayed.offset(), Math::max);
            }
        });
        first.forEach(consumer::seek);
        return consumer;
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
