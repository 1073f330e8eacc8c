package rw.ishemalink.analytics.cube;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import rw.ishemalink.streams.ObjectStore;

/**
 * Lets go of the cells that are not kept any more. It goes through the store once a day, from one span of too old cells to
 * the next without reading what lies between them, and a little at a time, so that events never wait for it.
 */
final class LetGo {

    /** How often it looks whether there is something to let go; mostly there is nothing. */
    static final Duration EVERY = Duration.ofSeconds(1);

    private static final int CELLS_AT_ONCE = 100;
    private static final int LOOKS_AT_ONCE = 10;

    /** Behind the tenant's cells and before any other tenant's: it is smaller than what names are made of. */
    private static final String AFTER_NAME = "\u0001";

    private final ObjectStore<Cell, Sums> cells;
    private Cell next = first();
    private Kept day = new Kept(Integer.MIN_VALUE, Integer.MIN_VALUE);
    private boolean done = true;

    LetGo(ObjectStore<Cell, Sums> cells) {
        this.cells = cells;
    }

    /** Lets go of some, if it has not been through since the day began. */
    void some(Kept kept) {
        if (!kept.equals(day)) {
            day = kept;
            next = first();
            done = false;
        }
        for (int looks = 0; looks < LOOKS_AT_ONCE && !done; looks++) {
            look();
        }
    }

    private void look() {
        List<Cell> found = cells.listKeys(next, 1);
        done = found.isEmpty();
        if (done) {
            return;
        }
        if (day.has(found.getFirst())) {
            next = after(found.getFirst());
        } else {
            cells.listKeys(next, CELLS_AT_ONCE).forEach(this::letGoIfOld);
        }
    }

    private void letGoIfOld(Cell cell) {
        if (!day.has(cell)) {
            cells.delete(cell);
            // Or the next look would go through all that is deleted again.
            next = cell;
        }
    }

    /** Before all cells. */
    @SuppressWarnings("EnumOrdinal") // The order of the aggregates is that of the stores; they say so.
    private static Cell first() {
        return begin(Aggregate.values()[0], "", Period.HOUR);
    }

    /** Where the next span of cells begins that may be too old: those behind a cell that is kept are kept as well. */
    private static Cell after(Cell cell) {
        return switch (cell.period()) {
            case HOUR -> begin(cell.aggregate(), cell.tenant(), Period.DAY);
            case DAY, MONTH, ALL -> begin(cell.aggregate(), cell.tenant() + AFTER_NAME, Period.HOUR);
        };
    }

    private static Cell begin(Aggregate aggregate, String tenant, Period period) {
        return new Cell(
                aggregate,
                tenant,
                period,
                Integer.MIN_VALUE,
                Collections.nCopies(aggregate.dimensions().size(), ""));
    }
}
