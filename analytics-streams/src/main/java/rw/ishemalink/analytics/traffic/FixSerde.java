package rw.ishemalink.analytics.traffic;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** Positions as the topic has them; only read here. */
final class FixSerde implements Serde<Fix>, Deserializer<Fix> {

    private final EventReader reader;

    FixSerde(EventReader reader) {
        this.reader = reader;
    }

    @Override
    public Fix deserialize(String topicName, Headers headers, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableEventException("a record without a value");
        }
        int version = ContractHeaders.getVersion(headers);
        return Fix.of((TrackingPosition) reader.read(Topics.TRACKING_POSITIONS, version, bytes));
    }

    /** @throws UnreadableEventException always: without headers nothing says what the bytes mean */
    @Override
    public Fix deserialize(String topicName, byte[] bytes) {
        throw new UnreadableEventException("a position cannot be read without its headers");
    }

    /** @throws UnsupportedOperationException always: positions come from tracking-service */
    @Override
    public Serializer<Fix> serializer() {
        throw new UnsupportedOperationException("positions are only read here");
    }

    @Override
    public Deserializer<Fix> deserializer() {
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
