package rw.ishemalink.analytics.drivers;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.facts.FactsChanged;
import rw.ishemalink.streams.ObjectStore;

/** The part of the topology that ranks drivers, without a broker: changed facts go in, the index is asked. */
final class Drivers implements AutoCloseable {

    private static final String FACTS = "facts";

    private final List<FactsChanged> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-10T12:00:00Z");
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, FactsChanged> facts;

    Drivers(Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "drivers");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        StreamsBuilder builder = new StreamsBuilder();
        DriversStream.rank(builder.stream(FACTS, Consumed.with(Serdes.String(), serde())), () -> now);
        driver = new TopologyTestDriver(builder.build(), settings);
        facts = driver.createInputTopic(FACTS, new StringSerializer(), serde().serializer());
    }

    /** In the topology facts never leave the task: the bytes are only a number. */
    private Serde<FactsChanged> serde() {
        return Serdes.serdeFrom(
                (_, change) -> {
                    told.add(change);
                    return ByteBuffer.allocate(Integer.BYTES)
                            .putInt(told.size() - 1)
                            .array();
                },
                (_, bytes) -> told.get(ByteBuffer.wrap(bytes).getInt()));
    }

    void hear(FactsChanged... changes) {
        for (FactsChanged change : changes) {
            facts.pipeInput(
                    change.after().bookingId().toString(),
                    change,
                    Objects.requireNonNull(change.after().booked()).createdAt());
        }
    }

    /** The clock goes on. */
    void at(Instant later) {
        now = later;
    }

    List<Standing> top(Board board, By by, int limit) {
        return index().find(BoardQuery.top(board, by, limit)).orElseThrow().top();
    }

    /** 1 for the first; 0 when the driver is not on the board. */
    long rank(UUID id, Board board, By by) {
        Standing own =
                index().find(BoardQuery.standingOf(id, board, by)).orElseThrow().own();
        return own == null || !by.ranks(own)
                ? 0
                : 1
                        + index().find(BoardQuery.before(own, board, by))
                                .orElseThrow()
                                .before();
    }

    boolean isIndexed(Board board) {
        return index().find(BoardQuery.top(board, By.DELIVERIES, 1)).isPresent();
    }

    /** As when the partition comes to another instance, which has its cells and nothing else. */
    void beginAnew() {
        index().forget();
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        List.of(Home.DRIVER.store(), DriversStream.INDEX, Home.DRIVER.countedUpTo())
                .forEach(store ->
                        context.addStateStore(driver.getAllStateStores().get(store)));
        new AddUpDrivers().init(context);
    }

    /** What a copy answers, which has the cells and no index. */
    BoardPart fromCells(BoardQuery query) {
        Map<Cell, Sums> cells = new HashMap<>();
        @SuppressWarnings("unchecked") // It is the store of cells.
        ObjectStore<Cell, Sums> store = (ObjectStore<Cell, Sums>)
                Objects.requireNonNull(driver.getAllStateStores().get(Home.DRIVER.store()));
        store.forEach(cells::put);
        return query.of(cells);
    }

    RankIndex index() {
        return (RankIndex) driver.getStateStore(DriversStream.INDEX);
    }

    @Override
    public void close() {
        driver.close();
    }
}
