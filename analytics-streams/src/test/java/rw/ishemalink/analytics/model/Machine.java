package rw.ishemalink.analytics.model;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import rw.ishemalink.analytics.AnalyticsTopology;
import rw.ishemalink.analytics.TestNames;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.law.LawStream;
import rw.ishemalink.analytics.law.Violation;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStore;

/** The whole topology without a broker: events go in, cells are read. */
final class Machine implements AutoCloseable {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());

    /** Those whose cells are made of bookings and nothing else. */
    private static final Set<Home> OF_BOOKINGS = Set.of(Home.BOOKING, Home.DRIVER);

    /** Longer than the checker of the law waits for a proof. */
    private static final Duration LONG_SILENCE = Duration.ofMinutes(20);

    private final TopologyTestDriver driver;
    private final Map<Topics, TestInputTopic<String, SpecificRecord>> inputs = new EnumMap<>(Topics.class);

    Machine(Path stateDir, String applicationId) {
        Map<String, Object> settings = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "nowhere:1",
                StreamsConfig.STATE_DIR_CONFIG,
                stateDir.resolve(applicationId).toString(),
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true);
        Properties properties = new Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(
                AnalyticsTopology.build(new StreamsConfig(settings), READER, TestNames.PSEUDONYMS), properties);
    }

    /** Hears the events, one after the other, and then nothing for so long that nothing is waited for any more. */
    void hear(List<Told> events) {
        for (Told told : events) {
            input(told.topic())
                    .pipeInput(
                            told.bookingId().toString(), told.event(), told.at().plusMillis(5));
        }
        driver.advanceWallClockTime(LONG_SILENCE);
    }

    private TestInputTopic<String, SpecificRecord> input(Topics topic) {
        return inputs.computeIfAbsent(
                topic,
                _ -> driver.createInputTopic(
                        topic.topicName(), new StringSerializer(), EventSerde.of(topic, SpecificRecord.class, READER)));
    }

    /** Time goes by, second by second. */
    void wait(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    /** The cells over bookings and drivers. */
    Cells cells() {
        Map<Cell, Sums> cells = new HashMap<>();
        Set<Home> homes = homes();
        for (Home home : homes) {
            ObjectStore<Cell, Sums> store = store(home.store());
            store.forEach(cells::put);
        }
        return new Cells(homes, cells);
    }

    /** As far as the topology has them. */
    private Set<Home> homes() {
        Set<String> stores = driver.getAllStateStores().keySet();
        return OF_BOOKINGS.stream()
                .filter(home -> stores.contains(home.store()))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked") // The driver does not know what its stores hold.
    private <K, V> ObjectStore<K, V> store(String name) {
        return (ObjectStore<K, V>) Objects.requireNonNull(driver.getStateStore(name));
    }

    /** When each booking broke the law, as its checker says. */
    Map<UUID, List<Instant>> violations() {
        ObjectStore<String, Violation> store = store(LawStream.VIOLATIONS);
        Map<UUID, List<Instant>> violations = new HashMap<>();
        store.forEach((_, violation) ->
                violations.merge(violation.bookingId(), List.of(violation.happenedAt()), (some, more) -> Stream.concat(
                                some.stream(), more.stream())
                        .toList()));
        return violations;
    }

    /** What it has published of each booking last, with the hour over in which it was told. */
    Collection<TestRecord<String, byte[]>> published() {
        driver.advanceWallClockTime(Duration.ofHours(1));
        wait(Duration.ofSeconds(10));
        TestOutputTopic<String, byte[]> facts = driver.createOutputTopic(
                Topics.BOOKING_FACTS.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
        Map<String, TestRecord<String, byte[]>> compacted = new LinkedHashMap<>();
        facts.readRecordsToList().forEach(published -> compacted.put(published.key(), published));
        return compacted.values();
    }

    /** Reads what another generation has published. */
    void read(List<TestRecord<String, byte[]>> published) {
        TestInputTopic<String, byte[]> facts = driver.createInputTopic(
                Topics.BOOKING_FACTS.topicName(), new StringSerializer(), new ByteArraySerializer());
        published.forEach(facts::pipeInput);
        driver.advanceWallClockTime(LONG_SILENCE);
    }

    @Override
    public void close() {
        driver.close();
    }
}
