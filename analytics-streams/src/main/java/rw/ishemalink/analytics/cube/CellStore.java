package rw.ishemalink.analytics.cube;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.streams.ObjectStoreBuilder;

/**
 * The cells that one partition of a {@link Home} adds up. A cell in which nothing is left is not kept, and none whose
 * period is longer ago than {@link Period#keptFrom}: what is corrected there is not added, and each day what has become
 * too old is let go, a little at a time.
 */
public final class CellStore {

    private static final Serde<Cell> KEYS =
            Serdes.serdeFrom((_, cell) -> key(cell), (_, bytes) -> CellCodec.cell(Bytes.wrap(bytes)));

    private static final Serde<Sums> VALUES = Serdes.serdeFrom((_, sums) -> written(sums), (_, bytes) -> read(bytes));

    /** No tenant's name has such a character. */
    private static final char BEYOND = '\u0001';

    private final ObjectStore<Cell, Sums> cells;

    private final LongSupplier latestEventMillis;

    private CellStore(ObjectStore<Cell, Sums> cells, LongSupplier latestEventMillis) {
        this.cells = cells;
        this.latestEventMillis = latestEventMillis;
    }

    /**
     * The store of a processor at that home.
     *
     * @param mostObjects how many cells each task keeps as objects
     */
    public static ObjectStoreBuilder<Cell, Sums> builder(Home home, int mostObjects) {
        return ObjectStoreBuilder.persistent(home.store(), KEYS, VALUES, mostObjects);
    }

    /** The cells of the task's partition. To be called when the processor starts: it also sees to it that they are let go. */
    public static CellStore of(ProcessorContext<?, ?> context, Home home) {
        ObjectStore<Cell, Sums> cells = context.getStateStore(home.store());
        LongSupplier latestEventMillis = context::currentStreamTimeMs;
        LetGo letGo = new LetGo(cells);
        var unused = context.schedule(
                LetGo.EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> letGo.some(Kept.at(latestEventMillis.getAsLong())));
        return new CellStore(cells, latestEventMillis);
    }

    /** Adds to the cells. */
    public void add(Map<Cell, Sums> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Kept kept = Kept.at(latestEventMillis.getAsLong());
        changes.forEach((cell, change) -> {
            if (kept.has(cell) && !change.isZero()) {
                cells.merge(cell, change, CellStore::sum);
            }
        });
    }

    private static @Nullable Sums sum(Sums before, Sums change) {
        Sums after = before.plus(change);
        return after.isZero() ? null : after;
    }

    /** The cells of the tenant's periods that began then or later. */
    public void forEach(Aggregate aggregate, String tenant, Period period, int since, BiConsumer<Cell, Sums> each) {
        cells.forEach(
                noGroup(aggregate, tenant, period, since), noGroup(aggregate, tenant, period, Integer.MAX_VALUE), each);
    }

    /** Whose cells there are. Steps from tenant to tenant, and does not read what is between. */
    public List<String> tenants(Aggregate aggregate) {
        List<String> tenants = new ArrayList<>();
        String beyond = "";
        while (true) {
            List<Cell> next = cells.listKeys(noGroup(aggregate, beyond, Period.HOUR, Integer.MIN_VALUE), 1);
            if (next.isEmpty() || next.getFirst().aggregate() != aggregate) {
                return tenants;
            }
            tenants.add(next.getFirst().tenant());
            beyond = next.getFirst().tenant() + BEYOND;
        }
    }

    /** Before all groups. */
    private static Cell noGroup(Aggregate aggregate, String tenant, Period period, int begin) {
        return new Cell(
                aggregate,
                tenant,
                period,
                begin,
                Collections.nCopies(aggregate.dimensions().size(), ""));
    }

    /** What must be added to cells, so that the parts before are out of them and those after are in; what stays the same is left out. */
    public static Map<Cell, Sums> changes(Map<Cell, Sums> before, Map<Cell, Sums> after) {
        Map<Cell, Sums> changes = new HashMap<>(after);
        before.forEach((cell, taken) -> {
            Sums change = changes.getOrDefault(cell, Sums.ZERO).plus(taken.negative());
            if (change.isZero()) {
                changes.remove(cell);
            } else {
                changes.put(cell, change);
            }
        });
        return changes;
    }

    @SuppressWarnings("NullAway") // For Kafka, a range to null has no end, and its interfaces do not say so.
    private static byte[] key(@Nullable Cell cell) {
        return cell == null ? null : CellCodec.key(cell).get();
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static byte[] written(@Nullable Sums sums) {
        return sums == null ? null : CellCodec.value(sums);
    }

    @SuppressWarnings("NullAway") // As above.
    private static Sums read(byte @Nullable [] bytes) {
        return bytes == null ? null : CellCodec.sums(bytes);
    }
}
