package rw.ishemalink.analytics.facts;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.SchemaVersions;

/** Facts in the store: the number of the contract's version in one byte, then its bytes. A later build reads what an earlier one kept. */
final class FactsSerde implements Serde<Facts>, Serializer<Facts>, Deserializer<Facts> {

    private static final int USUAL_BYTES = 1_024;
    private static final byte VERSION =
            (byte) SchemaVersions.latest(Topics.BOOKING_FACTS).number();

    private final EventReader reader;

    FactsSerde(EventReader reader) {
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    public byte[] serialize(String topic, @Nullable Facts facts) {
        if (facts == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        bytes.write(VERSION);
        FactsCodec.write(facts, bytes);
        return bytes.toByteArray();
    }

    @Override
    @SuppressWarnings("NullAway") // As above.
    public Facts deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null
                ? null
                : FactsCodec.read((BookingFacts)
                        reader.read(Topics.BOOKING_FACTS, bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length)));
    }

    @Override
    public Serializer<Facts> serializer() {
        return this;
    }

    @Override
    public Deserializer<Facts> deserializer() {
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
