package rw.ishemalink.analytics.engine;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** A record that cannot be read or counted, as it came. */
@SuppressWarnings("ArrayRecordComponent") // Bytes pass through; nobody compares them.
record DeadRecord(String topic, int partition, long offset, byte[] key, byte[] value, Headers headers) {

    static DeadRecord of(ConsumerRecord<byte[], byte[]> unread) {
        return new DeadRecord(
                unread.topic(), unread.partition(), unread.offset(), unread.key(), unread.value(), unread.headers());
    }

    static DeadRecord of(ErrorHandlerContext context) {
        return new DeadRecord(
                context.topic(),
                context.partition(),
                context.offset(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                context.headers());
    }
}
