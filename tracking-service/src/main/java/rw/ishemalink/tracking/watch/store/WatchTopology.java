package rw.ishemalink.tracking.watch.store;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.tracking.TrackingRefusal;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStoreBuilder;
import rw.ishemalink.streams.ReadSerde;
import rw.ishemalink.tracking.inbox.BookingStream;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.BookingNews;
import rw.ishemalink.tracking.watch.Told;
import rw.ishemalink.tracking.watch.TripNews;
import rw.ishemalink.tracking.watch.Watch;
import rw.ishemalink.tracking.watch.WatchRules;

/**
 * The whole topology on one screen. Bookings say which vehicle makes which trip; the watch hears that and the
 * vehicle's positions in one task; what it finds is numbered by booking.
 */
public final class WatchTopology {

    /** Store: booking id → who makes its trip. */
    static final String ROUTED = "trip-routes";

    /** Store: vehicle id → its watch. */
    static final String WATCHES = "vehicle-watch";

    /** Store: booking id → number of its last event. */
    static final String NUMBERS = "event-numbers";

    /** Small segments: what is replaced is dropped soon, so that a store is restored from little more than it holds. */
    private static final Map<String, String> SOON_COMPACTED =
            Map.of("segment.bytes", "67108864", "min.cleanable.dirty.ratio", "0.2");

    private WatchTopology() {}

    /**
     * The topology under those settings.
     *
     * @param mostObjects how many watches each task keeps as objects
     */
    public static Topology build(
            StreamsConfig settings, EventReader reader, Watch watch, WatchRules rules, int mostObjects) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(settings));
        KStream<String, Heard> news = BookingStream.news(builder, reader)
                .process(new RoutesTrips(rules), Named.as("route-trips"))
                .repartition(Repartitioned.<String, TripNews>as("trip-changes")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(WatchSerdes.NEWS)
                        .withNumberOfPartitions(Topics.TRACKING_POSITIONS.partitions()))
                .mapValues(Heard.News::new, Named.as("news-of-trips"));
        KStream<String, Heard> fixes = builder.stream(
                        Topics.TRACKING_POSITIONS.topicName(),
                        Consumed.with(
                                        Serdes.String(),
                                        ReadSerde.of(
                                                Topics.TRACKING_POSITIONS,
                                                TrackingPosition.class,
                                                reader,
                                                Position::of))
                                .withName("positions"))
                .mapValues(Heard.Fix::new, Named.as("fixes"));
        KStream<String, Told> told = news.merge(fixes, Named.as("heard-of-vehicles"))
                .process(new WatchesVehicles(watch, mostObjects), Named.as("watch"));
        publishEvents(told, reader);
        told.flatMapValues(TellTold::findRefusal, Named.as("refusals"))
                .to(
                        Topics.TRACKING_REFUSALS.topicName(),
                        Produced.with(
                                        Serdes.String(),
                                        EventSerde.of(Topics.TRACKING_REFUSALS, TrackingRefusal.class, reader))
                                .withName("tracking-refusals"));
        told.flatMapValues(TellTold::findLast, Named.as("last-positions"))
                .to(
                        Topics.TRACKING_LAST.topicName(),
                        Produced.with(
                                        Serdes.String(),
                                        EventSerde.of(Topics.TRACKING_LAST, TrackingPosition.class, reader))
                                .withName("tracking-last"));
        return builder.build();
    }

    private static void publishEvents(KStream<String, Told> told, EventReader reader) {
        var events = EventSerde.of(Topics.TRACKING_EVENTS, TrackingEvent.class, reader);
        told.flatMapValues(TellTold::findEvent, Named.as("findings"))
                .selectKey((_, event) -> event.getBookingId().toString(), Named.as("findings-by-booking"))
                .repartition(Repartitioned.<String, TrackingEvent>as("findings")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(events)
                        .withNumberOfPartitions(Topics.TRACKING_EVENTS.partitions()))
                .process(new NumbersEvents(), Named.as("number-events"))
                .to(
                        Topics.TRACKING_EVENTS.topicName(),
                        Produced.with(Serdes.String(), events).withName("tracking-events"));
    }

    private record RoutesTrips(WatchRules rules) implements ProcessorSupplier<String, BookingNews, String, TripNews> {

        @Override
        public Processor<String, BookingNews, String, TripNews> get() {
            return new RouteTrips(rules.memory());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(ROUTED), Serdes.String(), WatchSerdes.ROUTED)
                    .withCachingEnabled()
                    .withLoggingEnabled(SOON_COMPACTED));
        }
    }

    private record WatchesVehicles(Watch watch, int mostObjects)
            implements ProcessorSupplier<String, Heard, String, Told> {

        @Override
        public Processor<String, Heard, String, Told> get() {
            return new WatchVehicles(watch);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(ObjectStoreBuilder.persistent(WATCHES, Serdes.String(), WatchSerdes.WATCH, mostObjects));
        }
    }

    private record NumbersEvents() implements ProcessorSupplier<String, TrackingEvent, String, TrackingEvent> {

        @Override
        public Processor<String, TrackingEvent, String, TrackingEvent> get() {
            return new NumberEvents();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(NUMBERS), Serdes.String(), WatchSerdes.NUMBER)
                    .withCachingEnabled()
                    .withLoggingEnabled(SOON_COMPACTED));
        }
    }
}
