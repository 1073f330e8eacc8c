package rw.ishemalink.tracking.watch.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.tracking.TrackingRefusal;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.Trips;
import rw.ishemalink.tracking.watch.Watch;
import rw.ishemalink.tracking.watch.WatchRules;

/** The topology without a broker: bookings and positions go in, what is told comes out, and the clock is ours. */
final class Road implements AutoCloseable {

    static final EventReader READER = new EventReader((topic, version) -> Optional.empty());

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, BookingEvent> bookings;
    private final TestInputTopic<String, TrackingPosition> positions;
    private final TestOutputTopic<String, TrackingEvent> events;
    private final TestOutputTopic<String, TrackingRefusal> refusals;
    private final TestOutputTopic<String, TrackingPosition> last;

    Road(Path stateDir, Instant begin) {
        Properties settings = new Properties();
        settings.putAll(settings("tracking-watch", "nowhere:1"));
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology(Trips.RULES, 4), settings, begin);
        bookings = driver.createInputTopic(
                Topics.BOOKING_EVENTS.topicName(),
                new StringSerializer(),
                EventSerde.of(Topics.BOOKING_EVENTS, BookingEvent.class, READER));
        positions = driver.createInputTopic(
                Topics.TRACKING_POSITIONS.topicName(),
                new StringSerializer(),
                EventSerde.of(Topics.TRACKING_POSITIONS, TrackingPosition.class, READER));
        events = driver.createOutputTopic(
                Topics.TRACKING_EVENTS.topicName(),
                new StringDeserializer(),
                EventSerde.of(Topics.TRACKING_EVENTS, TrackingEvent.class, READER));
        refusals = driver.createOutputTopic(
                Topics.TRACKING_REFUSALS.topicName(),
                new StringDeserializer(),
                EventSerde.of(Topics.TRACKING_REFUSALS, TrackingRefusal.class, READER));
        last = driver.createOutputTopic(
                Topics.TRACKING_LAST.topicName(),
                new StringDeserializer(),
                EventSerde.of(Topics.TRACKING_LAST, TrackingPosition.class, READER));
    }

    static Topology topology(WatchRules rules, int mostObjects) {
        StreamsConfig naming = new StreamsConfig(settings("tracking-watch", "nowhere:1"));
        return WatchTopology.build(naming, READER, new Watch(Trips.detection(), rules), rules, mostObjects);
    }

    static Map<String, Object> settings(String application, String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return settings;
    }

    void hear(BookingEvent event, Instant at) {
        bookings.pipeInput(event.getBooking().getBookingId().toString(), event, at);
    }

    void hear(Position position, Instant at) {
        positions.pipeInput(position.vehicleId().toString(), position.toEvent(), at);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<TrackingEvent> events() {
        return events.readValuesToList();
    }

    List<TrackingRefusal> refusals() {
        return refusals.readValuesToList();
    }

    List<TrackingPosition> last() {
        return last.readValuesToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
