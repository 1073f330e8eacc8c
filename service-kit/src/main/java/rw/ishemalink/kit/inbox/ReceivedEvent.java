package rw.ishemalink.kit.inbox;

import java.util.Optional;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;

/** A record that was read: the event in it and where it came from. */
record ReceivedEvent(Topics topic, SpecificRecord event, ConsumerRecord<String, byte[]> source) {

    UUID eventId() {
        return findMetadata().map(EventMetadata::getEventId).orElseGet(() ->
                (UUID) ((GenericRecord) event).get("eventId"));
    }

    String correlationId() {
        return findMetadata().map(EventMetadata::getCorrelationId).orElseGet(() -> eventId()
                .toString());
    }

    Optional<String> findTenant() {
        return findMetadata().map(EventMetadata::getTenant);
    }

    private Optional<EventMetadata> findMetadata() {
        GenericRecord fields = (GenericRecord) event;
        return fields.hasField("metadata") ? Optional.of((EventMetadata) fields.get("metadata")) : Optional.empty();
    }
}
