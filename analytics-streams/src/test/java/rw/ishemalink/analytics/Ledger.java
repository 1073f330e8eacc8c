package rw.ishemalink.analytics;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import rw.ishemalink.analytics.revenue.Revenue;
import rw.ishemalink.analytics.revenue.RevenueKey;
import rw.ishemalink.analytics.revenue.RevenueStream;
import rw.ishemalink.analytics.standings.Board;
import rw.ishemalink.analytics.standings.RankKey;
import rw.ishemalink.analytics.standings.Standing;
import rw.ishemalink.analytics.standings.StandingsStream;
import rw.ishemalink.analytics.standings.Tally;
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

    List<Standing> top(String tenant, Board board) {
        KeyValueStore<Bytes, Tally> index = driver.getKeyValueStore(StandingsStream.INDEX);
        List<Standing> standings = new ArrayList<>();
        try (KeyValueIterator<Bytes, Tally> range =
                index.range(RankKey.first(tenant, board), RankKey.last(tenant, board))) {
            range.forEachRemaining(
                    entry -> standings.add(new Standing(RankKey.idIn(entry.key, tenant, board), entry.value)));
        }
        return standings;
    }

    /** Every entry of every board with its tally, as the store that is kept says. */
    Map<String, Tally> tallies() {
        return all(driver.<String, Tally>getKeyValueStore(StandingsStream.TALLIES));
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
