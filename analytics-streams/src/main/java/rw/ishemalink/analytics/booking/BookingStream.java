package rw.ishemalink.analytics.booking;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.analytics.store.HappenedAt;
import rw.ishemalink.analytics.store.JsonSerde;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;

/** The stream {@code booking.events}: events in, corrections of the aggregates out. */
public final class BookingStream {

    /** Store: booking id → {@link Counted}. */
    public static final String COUNTED = "counted-bookings";

    /** Store: until when bookings have been counted. */
    public static final String COUNTED_UP_TO = "bookings-counted-up-to";

    private BookingStream() {}

    /** Adds the events to the topology. */
    public static KStream<String, BookingEvent> events(StreamsBuilder builder, EventReader reader) {
        return builder.stream(
                Topics.BOOKING_EVENTS.topicName(),
                Consumed.with(Serdes.String(), EventSerde.of(Topics.BOOKING_EVENTS, BookingEvent.class, reader))
                        .withTimestampExtractor(new HappenedAt())
                        .withName("booking-events"));
    }

    /** Adds what they change. */
    public static KStream<String, Correction> corrections(KStream<String, BookingEvent> events) {
        return events.process(new CountsOnce(), Named.as("count-once"));
    }

    private static final class CountsOnce implements ProcessorSupplier<String, BookingEvent, String, Correction> {

        @Override
        public Processor<String, BookingEvent, String, Correction> get() {
            return new CountOnce();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(COUNTED),
                                    Serdes.String(),
                                    JsonSerde.of(Counted.class))
                            .withCachingEnabled(),
                    CountedUpTo.store(COUNTED_UP_TO).withCachingEnabled());
        }
    }
}
