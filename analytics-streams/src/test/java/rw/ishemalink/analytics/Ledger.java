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
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.drivers.Leaders;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStore;

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

    /** All that was earned, by cell. */
    Map<Cell, Sums> revenue() {
        Map<Cell, Sums> revenue = new HashMap<>();
        @SuppressWarnings("unchecked") // What the topology put there.
        ObjectStore<Cell, Sums> cells = (ObjectStore<Cell, Sums>) driver.getStateStore(Home.BOOKING.store());
        cells.forEach((cell, sums) -> {
            if (cell.aggregate() == Aggregate.REVENUE) {
                revenue.put(cell, sums);
            }
        });
        return revenue;
    }

    Sums revenueOn(String day, String kind) {
        int begin = Period.begin(LocalDate.parse(day));
        return revenue().entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals("ishemalink")
                        && entry.getKey().period() == Period.DAY
                        && entry.getKey().begin() == begin
                        && entry.getKey().get(Dimension.KIND).equals(kind))
                .map(Map.Entry::getValue)
                .reduce(Sums.ZERO, Sums::plus);
    }

    Stream<String> outputTopics() {
        return driver.producedTopicNames().stream();
    }

    @Override
    public void close() {
        driver.close();
    }
}
