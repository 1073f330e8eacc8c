package rw.ishemalink.analytics.drivers;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.store.CountedUpTo;

/** Adds changes to the cells of drivers, and to the index beside them. */
final class AddUpDrivers implements Processor<String, Map<Cell, Sums>, Void, Void> {

    private @Nullable CellStore cells;
    private @Nullable RankIndex index;
    private @Nullable CountedUpTo upTo;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        cells = CellStore.of(context, Home.DRIVER);
        index = context.getStateStore(DriversStream.INDEX);
        upTo = CountedUpTo.of(context, Home.DRIVER.countedUpTo());
        rebuild(cells, index);
    }

    /** Reads what has a ranking, and nothing else: days of years are in the cells. */
    private static void rebuild(CellStore cells, RankIndex index) {
        Boards boards = index.begin();
        for (String tenant : cells.tenants(Aggregate.DRIVERS)) {
            for (Period period : Aggregate.DRIVERS.periods()) {
                cells.forEach(
                        Aggregate.DRIVERS,
                        tenant,
                        period,
                        boards.since(period),
                        (cell, sums) -> boards.add(Map.of(cell, sums.withoutTransit())));
            }
        }
        index.use(boards);
    }

    @Override
    public void process(Record<String, Map<Cell, Sums>> change) {
        Objects.requireNonNull(cells).add(change.value());
        Objects.requireNonNull(index).add(change.value());
        Objects.requireNonNull(upTo).advance(change.timestamp());
    }

    @Override
    public void close() {
        if (index != null) {
            index.forget();
        }
    }

    /** Gives each task its own. */
    record Supplier(int mostObjects, long mostEntries, InstantSource clock)
            implements ProcessorSupplier<String, Map<Cell, Sums>, Void, Void> {

        @Override
        public Processor<String, Map<Cell, Sums>, Void, Void> get() {
            return new AddUpDrivers();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.copyOf(List.of(
                    CellStore.builder(Home.DRIVER, mostObjects),
                    new RankIndexBuilder(DriversStream.INDEX, mostEntries, clock),
                    CountedUpTo.store(Home.DRIVER.countedUpTo())));
        }
    }
}
