package rw.ishemalink.analytics.booking;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.analytics.store.JsonSerde;
import rw.ishemalink.schemas.booking.BookingEvent;

/** The stream {@code booking.events}: events in, corrections of the aggregates out. */
public final class BookingStream {

    /** Store: booking id → {@link Counted}. */
    public static final String COUNTED = "counted-bookings";

    /** Store: until when bookings have been counted. */
    public static final String COUNTED_UP_TO = "bookings-counted-up-to";

    private BookingStream() {}

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
                    CountedUpTo.store(COUNTED_UP_TO));
        }
    }
}
