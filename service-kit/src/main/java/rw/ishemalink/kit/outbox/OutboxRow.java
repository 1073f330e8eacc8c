package rw.ishemalink.kit.outbox;

import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * An event as a row of the outbox. A statement that changes the state can write it too, as one of its parts: that saves a
 * round trip. The statement must hold, or itself take, the row lock that keeps the events of the key in order.
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes pass through; nobody compares them.
public record OutboxRow(String topic, UUID key, UUID eventId, String headers, byte[] payload) {

    /** The part of a statement that writes the row if, and only if, the relation {@code written} has one. */
    public static final String INSERT_IF_WRITTEN = """
            insert into outbox (topic, key, event_id, headers, payload)
            select :outboxTopic, :outboxKey, :outboxEventId, :outboxHeaders, :outboxPayload from written""";

    /** Binds what {@link #INSERT_IF_WRITTEN} needs. */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement
                .bind("outboxTopic", topic)
                .bind("outboxKey", key)
                .bind("outboxEventId", eventId)
                .bind("outboxHeaders", headers)
                .bind("outboxPayload", payload);
    }
}
