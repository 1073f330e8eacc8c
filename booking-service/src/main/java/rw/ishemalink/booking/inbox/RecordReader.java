package rw.ishemalink.booking.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** Reads what feeds the index. A record that cannot be read is counted and passed over: the next one replaces it. */
final class RecordReader {

    private static final Logger LOG = Logger.getLogger(RecordReader.class);

    private final EventReader reader;
    private final MeterRegistry meters;

    RecordReader(URI registry, MeterRegistry meters) {
        this.reader = new EventReader(new RegistryVersions(registry));
        this.meters = meters;
    }

    <E extends SpecificRecord> Optional<E> find(Topics topic, Class<E> type, ConsumerRecord<String, byte[]> source) {
        try {
            int version = ContractHeaders.getVersion(source.headers());
            return Optional.of(type.cast(reader.read(topic, version, source.value())));
        } catch (UnreadableEventException e) {
            meters.counter("ishema.dispatch.unreadable", "topic", topic.topicName())
                    .increment();
            LOG.errorf("passed over: %s partition %d offset %d", source.topic(), source.partition(), source.offset());
            return Optional.empty();
        }
    }
}
