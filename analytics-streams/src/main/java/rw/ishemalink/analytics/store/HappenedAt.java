package rw.ishemalink.analytics.store;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import rw.ishemalink.schemas.EventMetadata;

/**
 * Event time: when it happened, and never later than it was published. A broker refuses records from the future, so one
 * wrong clock must not stop the stream.
 */
public final class HappenedAt implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTimeMillis) {
        EventMetadata metadata = (EventMetadata) ((GenericRecord) record.value()).get("metadata");
        return Math.min(metadata.getOccurredAt().toEpochMilli(), record.timestamp());
    }
}
