package rw.ishemalink.analytics.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.streams.ObjectStoreBuilder;

/**
 * Which vehicle was in which cells in an hour, so that each counts once. All of a vehicle's positions are in one
 * partition, so the vehicles of the partitions add up. Forgotten after {@link Fix#LATEST}.
 */
final class Sightings {

    /** Store: hour and vehicle → cells. */
    static final String STORE = "traffic-sightings";

    private static final Serde<Sighting> KEYS =
            Serdes.serdeFrom((_, sighting) -> Sighting.write(sighting), (_, bytes) -> Sighting.read(bytes));

    private static final Serde<Set<Long>> VALUES =
            Serdes.serdeFrom((_, cells) -> written(cells), (_, bytes) -> read(bytes));

    private final ObjectStore<Sighting, Set<Long>> seen;

    private Sightings(ObjectStore<Sighting, Set<Long>> seen) {
        this.seen = seen;
    }

    /** The store of a processor that keeps so many vehicles and hours as objects. */
    static ObjectStoreBuilder<Sighting, Set<Long>> builder(int mostObjects) {
        return ObjectStoreBuilder.persistent(STORE, KEYS, VALUES, mostObjects);
    }

    static Sightings of(ProcessorContext<?, ?> context) {
        return new Sightings(context.getStateStore(STORE));
    }

    /** Whether the vehicle is in the cell for the first time in that hour; from now on it is not. */
    boolean isFirst(String vehicle, Reading reading) {
        Sighting sighting = new Sighting(reading.hour(), vehicle);
        Set<Long> before = seen.find(sighting).orElse(Set.of());
        if (before.contains(reading.cell())) {
            return false;
        }
        Set<Long> after = new HashSet<>(before);
        after.add(reading.cell());
        seen.put(sighting, after);
        return true;
    }

    /** Forgets what no position can ask for any more. */
    void forget(long nowMillis) {
        int oldest = Period.HOUR.begin(Instant.ofEpochMilli(nowMillis).minus(Fix.LATEST)) - 1;
        List<Sighting> over = new ArrayList<>();
        seen.forEach(
                new Sighting(Integer.MIN_VALUE, ""), new Sighting(oldest, ""), (sighting, _) -> over.add(sighting));
        over.forEach(seen::delete);
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static byte[] written(@Nullable Set<Long> cells) {
        return cells == null ? null : Sighting.writeCells(cells);
    }

    @SuppressWarnings("NullAway") // As above.
    private static Set<Long> read(byte @Nullable [] bytes) {
        return bytes == null ? null : Sighting.readCells(bytes);
    }
}
