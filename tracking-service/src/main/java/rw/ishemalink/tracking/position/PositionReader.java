package rw.ishemalink.tracking.position;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** Reads positions from the topic. One that cannot be read is counted and passed over: the next fix replaces it. */
@ApplicationScoped
public class PositionReader {

    private static final Logger LOG = Logger.getLogger(PositionReader.class);

    private final EventReader reader;
    private final MeterRegistry meters;

    PositionReader(@ConfigProperty(name = "ishema.registry.url") URI registry, MeterRegistry meters) {
        this.reader = new EventReader(new RegistryVersions(registry));
        this.meters = meters;
    }

    /** The position in the record, if it holds one. */
    public Optional<Position> find(ConsumerRecord<String, byte[]> source) {
        try {
            int version = ContractHeaders.getVersion(source.headers());
            return Optional.of(
                    Position.of((TrackingPosition) reader.read(Topics.TRACKING_POSITIONS, version, source.value())));
        } catch (UnreadableEventException e) {
            meters.counter("ishema.tracking.unreadable").increment();
            LOG.errorf("no position: partition %d offset %d", source.partition(), source.offset());
            return Optional.empty();
        }
    }
}
