package rw.ishemalink.kit.outbox;

import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Rows that a transaction leaves to be written at its end, all in one statement: for what many steps of it add to and none
 * reads.
 *
 * @param <R> a row
 */
public final class RowsTogether<R> {

    private final BiConsumer<Handle, List<R>> write;

    /**
     * Rows that are written by that.
     *
     * @param write gets all rows of a transaction, in the order in which they were added
     */
    public RowsTogether(BiConsumer<Handle, List<R>> write) {
        this.write = write;
    }

    /** Adds a row to those of the transaction. */
    public void add(Tx tx, R row) {
        tx.rowsOf(this).add(row);
    }

    void write(Tx tx) {
        write.accept(tx.sql(), List.copyOf(tx.rowsOf(this)));
    }
}
