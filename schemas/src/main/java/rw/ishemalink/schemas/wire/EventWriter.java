package rw.ishemalink.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.schemas.Topics;

/** Writes events as bare Avro binary in the contract's latest version. Safe for many threads. */
public final class EventWriter {

    private static final int USUAL_BYTES = 512;

    /** Made once for each topic: finding out how to write a record costs more than writing it. */
    private static final Map<Topics, DatumWriter<SpecificRecord>> WRITERS = new ConcurrentHashMap<>();

    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(USUAL_BYTES);

    private EventWriter() {}

    /**
     * The event's bytes.
     *
     * @throws IllegalArgumentException when the event is not what the topic carries or a required field is missing
     */
    public static byte[] write(Topics topic, SpecificRecord event) {
        if (!topic.value().isInstance(event)) {
            throw new IllegalArgumentException(
                    topic.topicName() + " does not carry " + event.getClass().getSimpleName());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            BinaryEncoder encoder = ENCODERS.binaryEncoder(bytes, null);
            WRITERS.computeIfAbsent(topic, EventWriter::writer).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException("event does not fit " + topic.subject(), e);
        }
        return bytes.toByteArray();
    }

    private static DatumWriter<SpecificRecord> writer(Topics topic) {
        return new SpecificDatumWriter<>(topic.schema(), SpecificData.getForClass(topic.value()));
    }
}
