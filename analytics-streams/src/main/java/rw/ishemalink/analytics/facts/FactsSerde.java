package rw.ishemalink.analytics.facts;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.SchemaVersions;

/** Facts in the store: the number of the contract's version in one byte, then its bytes. A later build reads what an earlier one kept. */
final class FactsSerde {

    private static final int USUAL_BYTES = 1_024;
    private static final byte VERSION =
            (byte) SchemaVersions.latest(Topics.BOOKING_FACTS).number();

    private FactsSerde() {}

    /** Knows the contract's versions by that reader. */
    static Serde<Facts> of(EventReader reader) {
        return Serdes.serdeFrom((_, facts) -> written(facts), (_, bytes) -> read(reader, bytes));
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static byte[] written(@Nullable Facts facts) {
        if (facts == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        bytes.write(VERSION);
        FactsCodec.write(facts, bytes);
        return bytes.toByteArray();
    }

    @SuppressWarnings("NullAway") // As above.
    private static Facts read(EventReader reader, byte @Nullable [] bytes) {
        return bytes == null
                ? null
                : FactsCodec.read((BookingFacts)
                        reader.read(Topics.BOOKING_FACTS, bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length)));
    }
}
