package rw.ishemalink.analytics.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** Facts on {@code booking.facts}. The header says which generation wrote them; what this one wrote is not even decoded. */
final class PublishedSerde implements Serde<Told.Published>, Serializer<Told.Published>, Deserializer<Told.Published> {

    /** Header: the application id of who wrote it. */
    static final String GENERATION = "ishema-generation";

    private static final Told.Published OURS = new Told.Published(null);

    private final byte[] generation;
    private final Map<String, String> contract = ContractHeaders.of(Topics.BOOKING_FACTS);
    private final EventReader reader;

    PublishedSerde(String generation, EventReader reader) {
        this.generation = generation.getBytes(UTF_8);
        this.reader = reader;
    }

    @Override
    public byte[] serialize(String topic, Told.Published published) {
        throw new IllegalStateException("facts are not published without their headers");
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Told.Published published) {
        contract.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        headers.add(GENERATION, generation);
        if (published.facts() == null) {
            throw new IllegalArgumentException("there are no facts to publish");
        }
        return FactsCodec.write(published.facts());
    }

    @Override
    public Told.Published deserialize(String topic, byte[] bytes) {
        throw new UnreadableEventException("facts cannot be read without their headers");
    }

    @Override
    public Told.Published deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableEventException("a record without a value");
        }
        Header by = headers.lastHeader(GENERATION);
        if (by != null && Arrays.equals(by.value(), generation)) {
            return OURS;
        }
        try {
            return new Told.Published(FactsCodec.read(
                    (BookingFacts) reader.read(Topics.BOOKING_FACTS, ContractHeaders.getVersion(headers), bytes)));
        } catch (UncountableEventException e) {
            throw new UnreadableEventException("facts of an unknown status", e);
        }
    }

    @Override
    public Serializer<Told.Published> serializer() {
        return this;
    }

    @Override
    public Deserializer<Told.Published> deserializer() {
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
