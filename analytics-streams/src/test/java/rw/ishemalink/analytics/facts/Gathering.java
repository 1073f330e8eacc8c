package rw.ishemalink.analytics.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
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

/** One generation of the whole topology, without a broker. */
final class Gathering implements AutoCloseable {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());

    /** Longer than the law waits for a proof. */
    private static final Duration LONG_SILENCE = Duration.ofMinutes(20);

    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** Some facts are published in each; in so many all that a test tells of. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final int MOMENTS = 50;

    private final TopologyTestDriver driver;
    private final Map<Topics, TestInputTopic<String, SpecificRecord>> inputs = new EnumMap<>(Topics.class);
    private final TestInputTopic<String, byte[]> generations;
    private final TestOutputTopic<String, byte[]> published;

    Gathering(Path stateDir, String generation) {
        Map<String, Object> settings = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                generation,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "nowhere:1",
                StreamsConfig.STATE_DIR_CONFIG,
                stateDir.toString(),
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true);
        Properties properties = new Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(
                AnalyticsTopology.build(new StreamsConfig(settings), READER, TestNames.PSEUDONYMS), properties);
        generations = driver.createInputTopic(
                Topics.BOOKING_FACTS.topicName(), new StringSerializer(), new ByteArraySerializer());
        published = driver.createOutputTopic(
                Topics.BOOKING_FACTS.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    void hear(Story story) {
        hear(story.bookingId(), story.told());
    }

    void hear(UUID bookingId, List<Story.Event> events) {
        for (Story.Event event : events) {
            inputs.computeIfAbsent(event.topic(), this::input)
                    .pipeInput(bookingId.toString(), event.value(), event.at().plusMillis(5));
        }
    }

    private TestInputTopic<String, SpecificRecord> input(Topics topic) {
        return driver.createInputTopic(
                topic.topicName(), new StringSerializer(), EventSerde.of(topic, SpecificRecord.class, READER));
    }

    /** So long that the law waits for nothing any more. */
    void longSilence() {
        driver.advanceWallClockTime(LONG_SILENCE);
    }

    /** What it has published since this was asked last, with the hour over in which it was told. */
    List<TestRecord<String, byte[]>> published() {
        driver.advanceWallClockTime(AN_HOUR);
        for (int i = 0; i < MOMENTS; i++) {
            driver.advanceWallClockTime(MOMENT);
        }
        return published.readRecordsToList();
    }

    /** The same, and of each booking the latest, as it stays on the topic. */
    List<TestRecord<String, byte[]>> compacted() {
        Map<String, TestRecord<String, byte[]>> latest = new HashMap<>();
        published().forEach(published -> latest.put(published.key(), published));
        return List.copyOf(latest.values());
    }

    /** Reads what is on {@code booking.facts}. */
    void read(List<TestRecord<String, byte[]>> facts) {
        facts.forEach(generations::pipeInput);
    }

    static String generation(TestRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(PublishedSerde.GENERATION).value(), UTF_8);
    }

    static Facts facts(TestRecord<String, byte[]> record) {
        try (PublishedSerde serde = new PublishedSerde("a reader", READER)) {
            return Objects.requireNonNull(
                    serde.deserialize(Topics.BOOKING_FACTS.topicName(), record.headers(), record.value())
                            .facts());
        }
    }

    Facts facts(UUID bookingId) {
        ObjectStore<String, Facts> facts = store(FactsStream.FACTS);
        return facts.find(bookingId.toString()).orElseThrow();
    }

    Map<String, Facts> facts() {
        Map<String, Facts> all = new HashMap<>();
        ObjectStore<String, Facts> facts = store(FactsStream.FACTS);
        facts.forEach(all::put);
        return all;
    }

    /** The cells beside the facts. */
    Map<Cell, Sums> cells() {
        Map<Cell, Sums> all = new HashMap<>();
        ObjectStore<Cell, Sums> cells = store(Home.BOOKING.store());
        cells.forEach(all::put);
        return all;
    }

    Map<String, Violation> violations() {
        Map<String, Violation> all = new HashMap<>();
        ObjectStore<String, Violation> violations = store(LawStream.VIOLATIONS);
        violations.forEach(all::put);
        return all;
    }

    @SuppressWarnings("unchecked") // The driver does not know what its stores hold.
    private <K, V> ObjectStore<K, V> store(String name) {
        return (ObjectStore<K, V>) Objects.requireNonNull(driver.getStateStore(name));
    }

    @Override
    public void close() {
        driver.close();
    }
}
