package rw.ishemalink.streams;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** Events of a topic; the header tells which version of the contract wrote them. */
public final class EventSerde<E extends SpecificRecord> implements Serde<E>, Serializer<E>, Deserializer<E> {

    private final Topics topic;
    private final Class<E> type;
    private final EventReader reader;

    private EventSerde(Topics topic, Class<E> type, EventReader reader) {
        this.topic = topic;
        this.type = type;
        this.reader = reader;
    }

    /** The serde of the topic's values. */
    public static <E extends SpecificRecord> EventSerde<E> of(Topics topic, Class<E> type, EventReader reader) {
        return new EventSerde<>(topic, type, reader);
    }

    @Override
    public byte[] serialize(String topicName, E event) {
        return EventWriter.write(topic, event);
    }

    @Override
    public byte[] serialize(String topicName, Headers headers, E event) {
        ContractHeaders.of(topic)
                .forEach((name, value) -> headers.add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return serialize(topicName, event);
    }

    /** @throws UnreadableEventException always: without headers nothing says what the bytes mean */
    @Override
    public E deserialize(String topicName, byte[] bytes) {
        throw new UnreadableEventException("an event cannot be read without its headers");
    }

    @Override
    public E deserialize(String topicName, Headers headers, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableEventException("a record without a value");
        }
        return type.cast(reader.read(topic, ContractHeaders.getVersion(headers), bytes));
    }

    @Override
    public Serializer<E> serializer() {
        return this;
    }

    @Override
    public Deserializer<E> deserializer() {
        return this;
    }

    @Override
    public void configure(java.util.Map<String, ?> configs, boolean isKey) {
        // Nothing to set.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
