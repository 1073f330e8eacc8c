package rw.ishemalink.kit.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record that cannot be read or handled, as it came. */
@SuppressWarnings("ArrayRecordComponent") // Bytes pass through; nobody compares them.
public record DeadRecord(
        String topic, int partition, long offset, @Nullable String key, byte @Nullable [] value, Headers headers) {

    /** What a consumer polled. */
    public static DeadRecord of(ConsumerRecord<String, byte[]> polled) {
        return new DeadRecord(
                polled.topic(), polled.partition(), polled.offset(), polled.key(), polled.value(), polled.headers());
    }
}
