package rw.ishemalink.compliance.feed;

import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.schemas.Topics;

/**
 * A record that waits for its number.
 *
 * @param record flat JSON, see {@link FlatJson}
 */
public record FeedRow(String topic, String tenant, UUID eventId, String record) {

    static FeedRow of(Topics topic, SpecificRecord event) {
        GenericRecord fields = (GenericRecord) event;
        return new FeedRow(
                topic.topicName(),
                fields.get("tenant").toString(),
                (UUID) fields.get("eventId"),
                FlatJson.of(event).toString());
    }
}
