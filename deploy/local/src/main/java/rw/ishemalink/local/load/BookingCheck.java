package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import rw.ishemalink.schemas.Topics;

/**
 * Whether everything that was answered is there, once: bookings in the database, and their events on the topic, without a
 * gap and in order.
 */
final class BookingCheck {

    private static final Duration RELAY_PATIENCE = Duration.ofMinutes(2);

    private final Database database;
    private final String bootstrapServers;

    BookingCheck(LoadStack stack) {
        this.database = new Database(stack.database(LoadStack.BOOKING));
        this.bootstrapServers = stack.bootstrapServers();
    }

    /**
     * What is there.
     *
     * @param bookings rows
     * @param transitions rows of history: as many as there must be events
     * @param events heard on booking.events, repeats left out
     * @param disorder events that came before one that they follow, or whose forerunner is missing
     */
    record Found(long bookings, long transitions, long events, long disorder) {}

    /** Counts, once the relay has sent everything. A relay that was killed sends its last batch again: that is no fault. */
    Found count() {
        long bookings = database.count("select count(*) from booking");
        long transitions = database.count("select count(*) from booking_transition");
        Map<String, Long> versions = new HashMap<>();
        Set<String> heard = new HashSet<>();
        long disorder = 0;
        long end = System.nanoTime() + RELAY_PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            while (heard.size() < transitions && System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(200))) {
                    if (!heard.add(header(event, "ce_id"))) {
                        continue;
                    }
                    long before = versions.getOrDefault(event.key(), 0L);
                    boolean created = header(event, "ce_type").endsWith(".CREATED");
                    disorder += created == (before > 0) ? 1 : 0;
                    versions.merge(event.key(), 1L, Long::sum);
                }
            }
        }
        return new Found(bookings, transitions, heard.size(), disorder);
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        String topic = Topics.BOOKING_EVENTS.topicName();
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
