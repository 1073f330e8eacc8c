package rw.ishemalink.analytics.customers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.FactsChanged;
import rw.ishemalink.streams.ObjectStore;

/** The part of the topology that counts customers, without a broker and without the rest. */
final class Customers implements AutoCloseable {

    private final Path stateDir = stateDir();
    private final List<FactsChanged> told = new ArrayList<>();
    private final Map<String, Facts> known = new HashMap<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, FactsChanged> changes;
    private final TestInputTopic<String, String> forgotten;

    Customers() {
        StreamsBuilder builder = new StreamsBuilder();
        // The changes themselves never leave the process: only their numbers do.
        Serde<FactsChanged> byNumber = Serdes.serdeFrom(
                (_, changed) -> number(changed),
                (_, bytes) -> told.get(ByteBuffer.wrap(bytes).getInt()));
        CustomerStream.count(
                builder.stream("changes", Consumed.with(Serdes.String(), byNumber)),
                builder.stream("forgotten", Consumed.with(Serdes.String(), Serdes.String())));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "customers");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(builder.build(), settings);
        changes = driver.createInputTopic("changes", new StringSerializer(), byNumber.serializer());
        forgotten = driver.createInputTopic("forgotten", new StringSerializer(), new StringSerializer());
    }

    private byte[] number(FactsChanged changed) {
        told.add(changed);
        return ByteBuffer.allocate(Integer.BYTES).putInt(told.size() - 1).array();
    }

    /** That is what is known of the booking now. */
    void hear(Facts facts) {
        String booking = facts.bookingId().toString();
        Facts before = known.getOrDefault(booking, Facts.none(facts.bookingId(), facts.tenant()));
        known.put(booking, facts);
        changes.pipeInput(booking, FactsChanged.of(before, facts, true), Instant.parse("2026-06-01T00:00:00Z"));
    }

    void forget(String tenant, String customer) {
        forgotten.pipeInput(customer, tenant, Instant.parse("2026-06-01T00:00:00Z"));
    }

    Map<Cell, Sums> cells() {
        return all(Home.CUSTOMER.store());
    }

    /** All that is kept, store by store, but for the cells. */
    Map<String, Map<Object, Object>> kept() {
        Map<String, Map<Object, Object>> kept = new HashMap<>();
        for (String store : List.of(CustomerStream.CUSTOMERS, CustomerStream.PURCHASES, CustomerStream.COUNTS)) {
            kept.put(store, all(store));
        }
        return kept;
    }

    @SuppressWarnings("unchecked") // The store's name says what is in it.
    private <K, V> Map<K, V> all(String name) {
        Map<K, V> all = new HashMap<>();
        ((ObjectStore<K, V>) driver.getStateStore(name)).forEach(all::put);
        return all;
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(stateDir.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path stateDir() {
        try {
            return Files.createTempDirectory("customers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
