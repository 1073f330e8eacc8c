package rw.ishemalink.analytics;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import rw.ishemalink.analytics.drivers.Leaders;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.analytics.revenue.Revenue;
import rw.ishemalink.analytics.revenue.RevenueKey;
import rw.ishemalink.analytics.revenue.RevenueStream;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;

/** The topology without a broker: events go in, the stores are read. */
final class Ledger implements AutoCloseable {

    static final EventReader READER = new EventReader((topic, version) -> Optional.empty());

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, BookingEvent> bookings;

    Ledger(Path stateDir) {
        Properties settings = new Properties();
        settings.putAll(settings());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology(), settings);
        bookings = driver.createInputTopic(
                Topics.BOOKING_EVENTS.topicName(),
                new StringSerializer(),
                EventSerde.of(Topics.BOOKING_EVENTS, BookingEvent.class, READER));
    }

    static Topology topology() {
        return AnalyticsTopology.build(new StreamsConfig(settings()), READER, TestNames.PSEUDONYMS);
    }

    private static Map<String, Object> settings() {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "analytics-streams",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "nowhere:1",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true);
    }

    void hear(BookingEvent... events) {
        hear(List.of(events));
    }

    void hear(List<BookingEvent> events) {
        for (BookingEvent event : events) {
            Instant published = event.getMetadata().getOccurredAt().plusMillis(5);
            bookings.pipeInput(event.getBooking().getBookingId().toString(), event, published);
        }
    }

    /** The tenant's drivers, who delivered most first. */
    List<Standing> leaders(String tenant) {
        return Leaders.ever(driver, tenant);
    }

    Map<RevenueKey, Revenue> revenue() {
        Map<RevenueKey, Revenue> revenue = new HashMap<>();
        all(driver.<String, Revenue>getKeyValueStore(RevenueStream.REVENUE))
                .forEach((key, value) -> revenue.put(RevenueKey.parse(key), value));
        return revenue;
    }

    Revenue revenueOn(String day, String kind) {
        return revenue()
                .getOrDefault(new RevenueKey("ishemalink", Optional.of(LocalDate.parse(day)), kind), Revenue.ZERO);
    }

    Stream<String> outputTopics() {
        return driver.producedTopicNames().stream();
    }

    private static <V> Map<String, V> all(KeyValueStore<String, V> store) {
        Map<String, V> all = new HashMap<>();
        try (KeyValueIterator<String, V> entries = store.all()) {
            entries.forEachRemaining(entry -> all.put(entry.key, entry.value));
        }
        return all;
    }

    @Override
    public void close() {
        driver.close();
    }
}
