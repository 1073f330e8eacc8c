package rw.ishemalink.tracking.inbox;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.tracking.watch.BookingNews;

/** The stream {@code booking.events}, as far as it says something of trips. */
public final class BookingStream {

    private BookingStream() {}

    /** Adds the events to the topology, by booking. */
    public static KStream<String, BookingNews> news(StreamsBuilder builder, EventReader reader) {
        return builder.stream(
                        Topics.BOOKING_EVENTS.topicName(),
                        Consumed.with(Serdes.String(), EventSerde.of(Topics.BOOKING_EVENTS, BookingEvent.class, reader))
                                .withName("booking-events"))
                .flatMapValues(
                        event -> Optional.ofNullable(event)
                                .flatMap(TripPlans::findNews)
                                .map(List::of)
                                .orElse(List.of()),
                        Named.as("news-of-bookings"));
    }
}
