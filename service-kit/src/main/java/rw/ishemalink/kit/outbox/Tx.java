package rw.ishemalink.kit.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;

/** One database transaction: SQL to change the state, and the events that tell of it. */
public final class Tx {

    /** An event that waits for the end of the transaction. */
    record Pending(Topics topic, UUID key, SpecificRecord event) {}

    private final Handle sql;
    private final OutboxRows rows;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final Map<RowsTogether<?>, List<?>> gathered = new LinkedHashMap<>();
    private boolean toldItself;

    Tx(Handle sql, OutboxRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** The transaction's connection. */
    public Handle sql() {
        return sql;
    }

    /**
     * Publishes the event when the transaction commits. Events are written last, after every row lock of the
     * transaction is held: that is what keeps the events of one key in the order of its changes.
     */
    public void publish(Topics topic, UUID key, SpecificRecord event) {
        pending.add(new Pending(topic, key, event));
    }

    /** The event as a row that a statement of the caller writes itself. */
    public OutboxRow row(Topics topic, UUID key, SpecificRecord event) {
        toldItself = true;
        return rows.row(topic, key, event);
    }

    /** Has that done once the transaction is committed, if it ever is; for what may be forgotten, e.g. waking a loop. */
    public void afterCommit(Runnable work) {
        afterwards.add(work);
    }

    // The map has a list of R for each key of RowsTogether<R>: nothing else is put into it.
    @SuppressWarnings("unchecked")
    <R> List<R> rowsOf(RowsTogether<R> together) {
        return (List<R>) gathered.computeIfAbsent(together, _ -> new ArrayList<>());
    }

    void writeGathered() {
        gathered.keySet().forEach(together -> together.write(this));
    }

    List<Runnable> afterwards() {
        return afterwards;
    }

    OutboxRow rowOf(Pending told) {
        return rows.row(told.topic(), told.key(), told.event());
    }

    /**
     * Metadata for a new event, caused by whatever is being handled.
     *
     * @param sequence the aggregate's version after the change
     */
    public EventMetadata metadata(String tenant, long sequence) {
        return rows.metadata(tenant, sequence);
    }

    List<Pending> pending() {
        return pending;
    }

    boolean published() {
        return toldItself || !pending.isEmpty();
    }
}
