package rw.ishemalink.kit.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.EventWriter;

/** One database transaction: SQL to change the state, and the events that tell of it. */
public final class Tx {

    /** An event that waits for the end of the transaction. */
    record Pending(Topics topic, UUID key, SpecificRecord event) {}

    private final Handle sql;
    private final String source;
    private final List<Pending> pending = new ArrayList<>();
    private boolean toldItself;

    Tx(Handle sql, String source) {
        this.sql = sql;
        this.source = source;
    }

    /** The transaction's connection. */
    public Handle sql() {
        return sql;
    }

    /**
     * Publishes the event when the transaction commits. Events are written last, after every row lock of the
     * transaction is held: that is what keeps the events of one key in the order of its changes.
     */
    public void publish(Topics topic, UUID key, SpecificRecord event) {
        pending.add(new Pending(topic, key, event));
    }

    /** The event as a row that a statement of the caller writes itself. */
    public OutboxRow row(Topics topic, UUID key, SpecificRecord event) {
        toldItself = true;
        return rowOf(topic, key, event);
    }

    OutboxRow rowOf(Topics topic, UUID key, SpecificRecord event) {
        OutboxEvent told = OutboxEvent.of(event);
        String headers = EventHeaders.toText(EventHeaders.of(source, topic, key, told));
        return new OutboxRow(topic.topicName(), key, told.eventId(), headers, EventWriter.write(topic, event));
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

    List<Pending> pending() {
        return pending;
    }

    boolean published() {
        return toldItself || !pending.isEmpty();
    }
}
