package rw.ishemalink.analytics.law;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.analytics.facts.FactsStream;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStore;

/** The checker without a broker: events go in on three topics, violations are read. */
final class Checker implements AutoCloseable {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());
    private static final List<Topics> TOPICS =
            List.of(Topics.BOOKING_EVENTS, Topics.PAYMENT_EVENTS, Topics.COMPLIANCE_EVENTS);
    private static final int REVIEW_AFTER_EVENTS = 100;

    private final TopologyTestDriver driver;
    private final Map<Topics, TestInputTopic<String, SpecificRecord>> inputs = new EnumMap<>(Topics.class);
    private int heard;

    Checker(Path stateDir) {
        Map<String, Object> settings = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "law",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1",
                StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        Properties properties = new Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(topology(), properties);
        for (Topics topic : TOPICS) {
            inputs.put(
                    topic,
                    driver.createInputTopic(
                            topic.topicName(),
                            new StringSerializer(),
                            EventSerde.of(topic, SpecificRecord.class, READER)));
        }
    }

    /** The checker alone, in memory: the driver commits after each event, and a disk would be all that is measured. */
    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        FactsStream sources = new FactsStream(builder, READER, "law");
        new LawStream(Stores::inMemoryKeyValueStore)
                .check(sources.bookings(), sources.payments(), sources.compliance());
        return builder.build();
    }

    /** Hears one event. */
    void hear(Told told) {
        Objects.requireNonNull(inputs.get(told.topic()))
                .pipeInput(told.bookingId().toString(), told.event(), told.at().plusMillis(5));
        if (++heard % REVIEW_AFTER_EVENTS == 0) {
            driver.advanceWallClockTime(CheckLaw.REVIEW_EVERY);
        }
    }

    void hear(List<Told> some) {
        some.forEach(this::hear);
    }

    /** Each topic in its order; which topic is next is left to chance, for long stretches at a time. */
    void hearShuffled(List<Told> all, Random random) {
        Map<Topics, Deque<Told>> waiting = new EnumMap<>(Topics.class);
        all.stream().sorted(Comparator.comparing(Told::at)).forEach(told -> waiting.computeIfAbsent(
                        told.topic(), _ -> new ArrayDeque<>())
                .add(told));
        List<Deque<Told>> queues = new ArrayList<>(waiting.values());
        while (!queues.isEmpty()) {
            Deque<Told> next = queues.get(random.nextInt(queues.size()));
            for (int stretch = 1 + random.nextInt(50); stretch > 0 && !next.isEmpty(); stretch--) {
                hear(next.removeFirst());
            }
            queues.removeIf(Deque::isEmpty);
        }
    }

    /** Time goes by and nothing is heard. */
    void silence(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    /** So long that nobody waits for a proof any more. */
    void longSilence() {
        silence(Court.PATIENCE.plusSeconds(2));
    }

    List<Violation> violations() {
        List<Violation> all = new ArrayList<>();
        ObjectStore<String, Violation> store = objects(driver.getStateStore(LawStream.VIOLATIONS));
        store.forEach((_, violation) -> all.add(violation));
        return all;
    }

    long countDossiers() {
        ObjectStore<String, Dossier> store = objects(driver.getStateStore(LawStream.DOSSIERS));
        AtomicLong count = new AtomicLong();
        store.forEach((_, _) -> count.incrementAndGet());
        return count.get();
    }

    @SuppressWarnings("unchecked") // The driver does not know what is in its stores.
    private static <V> ObjectStore<String, V> objects(StateStore store) {
        return (ObjectStore<String, V>) store;
    }

    @Override
    public void close() {
        driver.close();
    }
}
