package rw.ishemalink.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.EventWriter;

/** Makes the outbox's rows, with what every event of this service has in common. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class OutboxRows {

    private static final Columns<OutboxRow> EVENTS = new Columns<OutboxRow>()
            .with("topic", "text", OutboxRow::topic)
            .with("key", "uuid", OutboxRow::key)
            .with("event_id", "uuid", OutboxRow::eventId)
            .with("headers", "text", OutboxRow::headers)
            .with("payload", "bytea", OutboxRow::payload);

    private static final String INSERT =
            "insert into outbox (%1$s) select %1$s from %2$s".formatted(EVENTS.names(), EVENTS.relation("told"));

    private final String source;

    OutboxRows(@ConfigProperty(name = "quarkus.application.name") String source) {
        this.source = source;
    }

    /** The event as a row, for a statement that writes it with the change itself. */
    public OutboxRow row(Topics topic, UUID key, SpecificRecord event) {
        OutboxEvent told = OutboxEvent.of(event);
        String headers = EventHeaders.toText(EventHeaders.of(source, topic, key, told));
        return new OutboxRow(topic.topicName(), key, told.eventId(), headers, EventWriter.write(topic, event));
    }

    /** Writes rows, all with one statement. */
    public void insert(Handle sql, List<OutboxRow> told) {
        EVENTS.bindTo(sql.createUpdate(INSERT), told).execute();
    }

    /**
     * Metadata for a new event, caused by whatever is being handled.
     *
     * @param sequence the aggregate's version after the change
     */
    public EventMetadata metadata(String tenant, long sequence) {
        return EventMetadata.newBuilder()
                .setEventId(TimeOrderedId.next())
                .setTenant(tenant)
                .setCorrelationId(Correlation.currentId())
                .setCausationId(Correlation.findCause().orElse(null))
                .setOccurredAt(Instant.now())
                .setSequence(sequence)
                .build();
    }
}
