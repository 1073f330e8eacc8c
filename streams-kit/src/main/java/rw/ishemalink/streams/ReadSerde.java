package rw.ishemalink.streams;

import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** What a topology needs of a topic's records, and only reads. */
public final class ReadSerde<E extends SpecificRecord, T> implements Serde<T>, Deserializer<T> {

    private final Deserializer<E> events;
    private final Function<E, T> part;

    private ReadSerde(Deserializer<E> events, Function<E, T> part) {
        this.events = events;
        this.part = part;
    }

    /**
     * The serde of that topic's values.
     *
     * @param part what is needed of each
     */
    public static <E extends SpecificRecord, T> ReadSerde<E, T> of(
            Topics topic, Class<E> type, EventReader reader, Function<E, T> part) {
        return new ReadSerde<>(EventSerde.of(topic, type, reader), part);
    }

    @Override
    public T deserialize(String topicName, Headers headers, byte @Nullable [] bytes) {
        return part.apply(events.deserialize(topicName, headers, bytes));
    }

    /** @throws UnreadableEventException always: without headers nothing says what the bytes mean */
    @Override
    public T deserialize(String topicName, byte[] bytes) {
        return part.apply(events.deserialize(topicName, bytes));
    }

    /** @throws UnsupportedOperationException always: others write these records */
    @Override
    public Serializer<T> serializer() {
        throw new UnsupportedOperationException("only read here");
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // Nothing to set.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
