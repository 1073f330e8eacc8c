package rw.ishemalink.analytics.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Records of ours as JSON in stores and internal topics: an operator can read them, and a later build may add a
 * component without a rebuild of the state. Not for contracts between services; those are Avro.
 */
public final class JsonSerde {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonSerde() {}

    /** The serde of that record type. */
    public static <T> Serde<T> of(Class<T> type) {
        ObjectWriter writer = MAPPER.writerFor(type);
        ObjectReader reader = MAPPER.readerFor(type);
        return Serdes.serdeFrom((topic, value) -> write(writer, value), (topic, bytes) -> read(reader, type, bytes));
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static <T> byte[] write(ObjectWriter writer, @Nullable T value) {
        try {
            return value == null ? null : writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new SerializationException("not writable as JSON", e);
        }
    }

    @SuppressWarnings("NullAway") // As above.
    private static <T> T read(ObjectReader reader, Class<T> type, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : reader.readValue(bytes, type);
        } catch (IOException e) {
            throw new SerializationException("not the JSON that is expected here", e);
        }
    }
}
