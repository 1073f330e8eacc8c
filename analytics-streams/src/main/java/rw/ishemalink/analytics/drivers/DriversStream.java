package rw.ishemalink.analytics.drivers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.CellChanges;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Parts;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.facts.FactsChanged;

/** Changed facts → what changes for drivers, by driver → their cells and ranks. */
public final class DriversStream {

    /** Store: the {@link RankIndex}. */
    public static final String INDEX = "driver-ranks";

    /** Internal topic of changes, by driver. */
    public static final String CHANGES = "driver-changes";

    /** Cells that each task keeps as objects: those of the drivers who work today. */
    private static final int MOST_OBJECTS = 10_000;

    /** What an entry of a board takes, measured: itself, its place in the order and the way to it. */
    private static final long BYTES_OF_AN_ENTRY = 130;

    /** The part of the memory for objects that the boards of all partitions together may take. */
    private static final long PART_OF_MEMORY = 4;

    private DriversStream() {}

    /** Adds drivers to the topology. */
    public static void rank(KStream<String, FactsChanged> changed, InstantSource clock) {
        changed.flatMap((_, facts) -> changes(facts), Named.as("changes-of-drivers"))
                .repartition(Repartitioned.<String, Map<Cell, Sums>>as(CHANGES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(CellChanges.serde())
                        .withNumberOfPartitions(Home.DRIVER.partitions()))
                .process(new AddUpDrivers.Supplier(MOST_OBJECTS, mostEntries(), clock), Named.as("add-up-drivers"));
    }

    /** Of each partition, as one instance may have to work on all of them. */
    private static long mostEntries() {
        return Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / Home.DRIVER.partitions() / BYTES_OF_AN_ENTRY;
    }

    /** What changes for each driver; two when another one brought it than was thought. */
    static List<KeyValue<String, Map<Cell, Sums>>> changes(FactsChanged facts) {
        if (!facts.counted()) {
            return List.of();
        }
        Map<Cell, Sums> changes = Parts.changes(facts.before(), facts.after(), Home.DRIVER);
        return changes.isEmpty() ? List.of() : byDriver(changes);
    }

    private static List<KeyValue<String, Map<Cell, Sums>>> byDriver(Map<Cell, Sums> changes) {
        return changes.entrySet().stream()
                .collect(groupingBy(
                        change -> change.getKey().get(Dimension.DRIVER), toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .entrySet()
                .stream()
                .map(driver -> KeyValue.pair(driver.getKey(), driver.getValue()))
                .toList();
    }
}
