package rw.ishemalink.kit.consumer;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What a {@link ConsumerLoop} does with its consumer. All of it must bear being done again. */
public interface ConsumerJob {

    /** Takes topics or partitions; called again with a new consumer if it fails. */
    void begin(Consumer<String, byte[]> consumer);

    /** Handles what one poll brought, often nothing; if it fails, the same records come again. */
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records);
}
