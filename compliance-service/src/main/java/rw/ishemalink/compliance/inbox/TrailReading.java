package rw.ishemalink.compliance.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.TrailEntry;
import rw.ishemalink.kit.chain.HashChain;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** Makes an entry of a record. What nobody can read gets one too, from its headers: its bytes are what is proven. */
final class TrailReading {

    /** The tenant of a record that names none. */
    static final String NO_TENANT = "-";

    private static final String UNREADABLE = "UNREADABLE";

    private final EventReader reader;

    TrailReading(EventReader reader) {
        this.reader = reader;
    }

    TrailEntry read(ConsumerRecord<String, byte[]> record) {
        Topics topic = Topics.getByTopicName(record.topic());
        EventFields event = new EventFields(findEvent(topic, record));
        String change = findChange(event, record);
        return new TrailEntry(
                event.findText("metadata.tenant", "tenant")
                        .or(() -> findHeader(record, "ce_tenant"))
                        .orElse(NO_TENANT),
                event.findId("metadata.eventId", "eventId")
                        .or(() -> findHeader(record, "ce_id").flatMap(EventFields::uuid))
                        .orElseGet(() -> idOfPlace(record)),
                topic.topicName(),
                topic.topicName() + "/" + change,
                event.findTime("metadata.occurredAt", "issuedAt", "decidedAt", "movedAt", "countedAt")
                        .orElse(Instant.ofEpochMilli(record.timestamp()))
                        .truncatedTo(ChronoUnit.MICROS),
                event.findNumber("metadata.sequence").orElse(null),
                Optional.ofNullable(record.key()).flatMap(EventFields::uuid).orElse(null),
                event.findId("bookingId", "booking.bookingId", "payment.bookingId")
                        .orElse(null),
                event.findId("subjectId", "booking.sender.personId", "personId").orElse(null),
                event.findId("actor.personId", "viewerId").orElse(null),
                event.findCode("actor.role", "viewerRole").orElse(TrailEntry.SYSTEM),
                holder(event, "DRIVER")
                        .or(() -> event.findId(
                                "driverId", "booking.assignment.driverId", "decision.driverId", "driver.driverId"))
                        .orElse(null),
                holder(event, "VEHICLE")
                        .or(() -> event.findId(
                                "vehicleId",
                                "booking.assignment.vehicleId",
                                "decision.vehicleId",
                                "driver.vehicle.vehicleId"))
                        .orElse(null),
                event.findCode("from").orElse(null),
                event.findCode("booking.status", "payment.status", "driver.status")
                        .orElse(null),
                reason(event),
                event.findText("metadata.correlationId")
                        .flatMap(EventFields::uuid)
                        .map(UUID::toString)
                        .orElse(null),
                event.findId("metadata.causationId").orElse(null),
                record.partition(),
                record.offset(),
                HexFormat.of().formatHex(HashChain.sha256(bytes(record))));
    }

    private @Nullable GenericRecord findEvent(Topics topic, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            int version = ContractHeaders.getVersion(record.headers());
            return (GenericRecord) reader.read(topic, version, record.value());
        } catch (UnreadableEventException e) {
            return null;
        }
    }

    private static byte[] bytes(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    /** The change's name; of one that this build does not know, as the sender's header says it. */
    private static String findChange(EventFields event, ConsumerRecord<String, byte[]> record) {
        Optional<String> told = findHeader(record, "ce_type")
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .flatMap(EventFields::code);
        return event.findCode("change", "what", "wish", "template")
                .filter(name -> !name.equals("UNKNOWN"))
                .or(() -> told)
                .orElseGet(() -> event.isEmpty() ? UNREADABLE : "TOLD");
    }

    private static Optional<UUID> holder(EventFields event, String kind) {
        return event.findCode("holderKind").filter(kind::equals).flatMap(_ -> event.findId("holderId"));
    }

    /** Words of a person may name another; only the system's own are kept. */
    private static @Nullable String reason(EventFields event) {
        boolean bySystem =
                event.findCode("actor.role").filter(TrailEntry.SYSTEM::equals).isPresent();
        return (bySystem ? event.findText("reason") : event.findCode("reason", "payment.reason"))
                .map(DigitRuns::blotOut)
                .orElse(null);
    }

    private static UUID idOfPlace(ConsumerRecord<String, byte[]> record) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
    }

    private static Optional<String> findHeader(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }
}
