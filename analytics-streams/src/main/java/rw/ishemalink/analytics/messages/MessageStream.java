package rw.ishemalink.analytics.messages;

import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import rw.ishemalink.analytics.facts.Told;
import rw.ishemalink.analytics.store.HappenedAt;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.analytics.TimelineEntry;
import rw.ishemalink.schemas.notification.NotificationEvent;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;

/** The stream {@code notification.events}: what became of the messages about bookings, by booking. */
public final class MessageStream {

    /** Internal topic of the messages, by booking. */
    public static final String BY_BOOKING = "messages-by-booking";

    private MessageStream() {}

    /** Adds it to the topology. */
    public static KStream<String, Told> told(StreamsBuilder builder, EventReader reader) {
        return builder.stream(
                        Topics.NOTIFICATION_EVENTS.topicName(),
                        Consumed.with(Serdes.String(), (Serde<NotificationEvent>)
                                        EventSerde.of(Topics.NOTIFICATION_EVENTS, NotificationEvent.class, reader))
                                .withTimestampExtractor(new HappenedAt())
                                .withName("notification-events"))
                .filter((_, event) -> event.getBookingId() != null, Named.as("messages-about-bookings"))
                .map(
                        (_, event) -> KeyValue.pair(
                                Objects.requireNonNull(event.getBookingId()).toString(), told(event)),
                        Named.as("entries-of-messages"))
                .repartition(Repartitioned.<String, Told.ByMessage>as(BY_BOOKING)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(MessageCodec.serde())
                        .withNumberOfPartitions(Topics.BOOKING_FACTS.partitions()))
                .mapValues(told -> told, Named.as("told-by-messages"));
    }

    /** Which text and what became of it, e.g. {@code PICKED_UP:SENT}. */
    static Told.ByMessage told(NotificationEvent event) {
        return new Told.ByMessage(
                event.getMetadata().getTenant(),
                new TimelineEntry(
                        FactSource.MESSAGE,
                        event.getTemplate() + ":" + event.getChange(),
                        event.getMetadata().getSequence(),
                        event.getMessageId(),
                        event.getMetadata().getOccurredAt()));
    }
}
