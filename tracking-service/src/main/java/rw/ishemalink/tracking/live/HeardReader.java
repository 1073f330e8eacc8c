package rw.ishemalink.tracking.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.schemas.wire.SchemaVersions;
import rw.ishemalink.schemas.wire.UnreadableEventException;
import rw.ishemalink.tracking.position.Position;

/**
 * Reads positions from their topics: a glance for all, the whole for those that somebody looks at. One that cannot be
 * read is counted and passed over: the next fix replaces it.
 */
@ApplicationScoped
class HeardReader {

    private static final Logger LOG = Logger.getLogger(HeardReader.class);

    /** What a glance rests on. */
    private static final List<String> BEGINNING = List.of(
            "tenant",
            "vehicleId",
            "driverId",
            "latitude",
            "longitude",
            "speedKmh",
            "bearingDegrees",
            "accuracyMetres",
            "recordedAt",
            "receivedAt");

    private record Contract(Topics topic, int version) {}

    private final EventReader reader;
    private final Counter unreadable;
    private final Map<Contract, Boolean> glanced = new ConcurrentHashMap<>();

    HeardReader(@ConfigProperty(name = "ishema.registry.url") URI registry, MeterRegistry meters) {
        this.reader = new EventReader(new RegistryVersions(registry));
        this.unreadable = meters.counter("ishema.tracking.unreadable");
    }

    /** The position in the record, if it holds one. */
    Optional<Heard> find(Topics topic, ConsumerRecord<String, byte[]> source) {
        try {
            return Optional.of(read(topic, ContractHeaders.getVersion(source.headers()), source.value()));
        } catch (UnreadableEventException e) {
            unreadable.increment();
            LOG.errorf("no position: %s partition %d offset %d", source.topic(), source.partition(), source.offset());
            return Optional.empty();
        }
    }

    /** All that was said, if the rest can be read as the beginning could. */
    Optional<Position> find(Heard heard) {
        try {
            return Optional.of(Position.of(event(heard.topic(), heard.version(), heard.bytes())));
        } catch (UnreadableEventException e) {
            unreadable.increment();
            LOG.errorf(
                    "no position: %s, of a vehicle that somebody follows or asks for",
                    heard.topic().topicName());
            return Optional.empty();
        }
    }

    /** What a map shows, if it can be read. */
    Optional<Glance> glance(Heard heard) {
        if (isGlanced(heard.topic(), heard.version())) {
            return Optional.of(Glance.of(heard.bytes()));
        }
        return find(heard)
                .map(position ->
                        new Glance(position.tenant(), position.point(), position.speedKmh(), position.recordedAt()));
    }

    private Heard read(Topics topic, int version, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableEventException("a position without a value");
        }
        Glance.Times times = isGlanced(topic, version) ? Glance.times(bytes) : times(event(topic, version, bytes));
        return new Heard(topic, version, bytes, times.recordedAtMicros(), times.receivedAtMicros());
    }

    private static Glance.Times times(TrackingPosition event) {
        return new Glance.Times(EventId.micros(event.getRecordedAt()), EventId.micros(event.getReceivedAt()));
    }

    private TrackingPosition event(Topics topic, int version, byte[] bytes) {
        return (TrackingPosition) reader.read(topic, version, bytes);
    }

    /** A version that this build does not know may begin otherwise. */
    private boolean isGlanced(Topics topic, int version) {
        return glanced.computeIfAbsent(new Contract(topic, version), contract -> SchemaVersions.findSchema(
                        contract.topic(), contract.version())
                .filter(HeardReader::beginsAsExpected)
                .isPresent());
    }

    private static boolean beginsAsExpected(Schema schema) {
        List<String> names = schema.getFields().stream().map(Schema.Field::name).toList();
        return names.size() >= BEGINNING.size()
                && names.subList(0, BEGINNING.size()).equals(BEGINNING);
    }
}
