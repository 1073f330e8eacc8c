package rw.ishemalink.schemas.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.schemas.Topics;

/** Reads events that any version wrote, as this build's classes. Safe for many threads. */
public final class EventReader {

    private final NewerVersions newerVersions;
    private final Map<Contract, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    private record Contract(Topics topic, int version) {}

    /** Where the schema of a version is found that is newer than this build. */
    @FunctionalInterface
    public interface NewerVersions {
        /**
         * The schema, or empty when there is no such version.
         *
         * @throws IllegalStateException when nobody can say now; asking again later may help
         */
        Optional<Schema> findSchema(Topics topic, int version);
    }

    public EventReader(NewerVersions newerVersions) {
        this.newerVersions = newerVersions;
    }

    /**
     * The event in those bytes.
     *
     * @throws UnreadableEventException when the bytes do not hold one; no retry helps
     */
    public SpecificRecord read(Topics topic, int version, byte[] bytes) {
        DatumReader<SpecificRecord> reader = readers.computeIfAbsent(new Contract(topic, version), this::reader);
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | ClassCastException e) {
            throw new UnreadableEventException("not a " + topic.subject() + " of version " + version, e);
        }
    }

    private DatumReader<SpecificRecord> reader(Contract contract) {
        Schema writer = SchemaVersions.findSchema(contract.topic(), contract.version())
                .or(() -> newerVersions.findSchema(contract.topic(), contract.version()))
                .orElseThrow(() -> new UnreadableEventException(
                        contract.topic().subject() + " has no version " + contract.version()));
        Class<? extends SpecificRecord> type = contract.topic().value();
        return new SpecificDatumReader<>(writer, contract.topic().schema(), model(type));
    }

    /** The record's own conversions, and its own class loader: Avro may live in another, where our classes are not seen. */
    private static SpecificData model(Class<? extends SpecificRecord> type) {
        SpecificData model = new SpecificData(type.getClassLoader());
        SpecificData.getForClass(type).getConversions().forEach(model::addLogicalTypeConversion);
        return model;
    }
}
