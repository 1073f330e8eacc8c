package rw.ishemalink.analytics.traffic;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.ReadSerde;

/** The stream {@code tracking.positions}: positions in, cells of the hour out. A part of its own, which waits for no other. */
public final class TrafficStream {

    /** How often old sightings are forgotten, of event time. */
    static final Duration FORGETS_EVERY = Duration.ofHours(1);

    /** Cells of the hour, and vehicles of the hour, that each of the six tasks keeps as objects. */
    private static final int MOST_OBJECTS = 20_000;

    private TrafficStream() {}

    /** Adds it to the topology. */
    public static void count(StreamsBuilder builder, EventReader reader) {
        builder.stream(
                        Topics.TRACKING_POSITIONS.topicName(),
                        Consumed.with(Serdes.String(), fixes(reader))
                                .withTimestampExtractor((record, _) -> taken(record))
                                .withName("tracking-positions"))
                .process(new CountsTraffic(), Named.as("count-traffic"));
    }

    static ReadSerde<TrackingPosition, Fix> fixes(EventReader reader) {
        return ReadSerde.of(Topics.TRACKING_POSITIONS, TrackingPosition.class, reader, Fix::of);
    }

    /** When the phone took it, and never later than it was published; Kafka knows no time before 1970. */
    private static long taken(ConsumerRecord<Object, Object> record) {
        return Math.clamp(((Fix) record.value()).atMillis(), 0, record.timestamp());
    }

    private static final class CountsTraffic implements ProcessorSupplier<String, Fix, Void, Void> {

        private final H3Core grid = grid();

        @Override
        public Processor<String, Fix, Void, Void> get() {
            return new CountTraffic(grid);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    CellStore.builder(Home.VEHICLE, MOST_OBJECTS),
                    Sightings.builder(MOST_OBJECTS),
                    CountedUpTo.store(Home.VEHICLE.countedUpTo()).withCachingEnabled());
        }

        private static H3Core grid() {
            try {
                return H3Core.newInstance();
            } catch (IOException e) {
                throw new UncheckedIOException("H3's native library cannot be unpacked", e);
            }
        }
    }
}
