package rw.ishemalink.kit.outbox;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One batch: what is visible now and was not at the last batch, in order of id, sent and then noted as sent. The locked
 * cursor row makes its holder the only relay of the shard; when the holder dies, PostgreSQL frees the row.
 *
 * <p>Every committed event is in exactly one interval between two snapshots: either its transaction began after the
 * earlier snapshot ({@code xid >= xmax}), or it was under way in it ({@code xip}).
 */
final class RelayBatch {

    /** What a batch did. */
    enum Result {
        SENT,
        /** Events came together: more of them will. */
        SENT_MANY,
        NOTHING_NEW,
        ANOTHER_RELAY_IS_AT_WORK
    }

    /**
     * Takes the cursor and says what is visible now. A cursor that is lost with the machine is one that sends its last
     * events again, so nobody waits for the disk; and the plan of the next statement is kept, for it is the same each time
     * and dearer to make than to run.
     */
    private static final String LOCK_CURSOR = """
            select snapshot::text as previous, pg_current_snapshot()::text as current,
                   set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)
              from outbox_cursor where shard = 0 for update skip locked""";

    private static final String READ = """
            select topic, key, headers, payload from (
              select id, topic, key, headers, payload from outbox
               where shard = 0 and xid >= pg_snapshot_xmax(:previous::pg_snapshot)
                 and xid < pg_snapshot_xmax(:current::pg_snapshot)
                 and pg_visible_in_snapshot(xid, :current::pg_snapshot)
              union all
              select id, topic, key, headers, payload from outbox
               where shard = 0 and xid = any (array(select pg_snapshot_xip(:previous::pg_snapshot)))
                 and pg_visible_in_snapshot(xid, :current::pg_snapshot)) as fresh
            order by id""";

    private static final String MOVE_CURSOR =
            "update outbox_cursor set snapshot = :current::pg_snapshot, progressed_at = now() where shard = 0";

    /**
     * Two snapshots. The later one is that of the statement which took the cursor: when another relay moved it at the same
     * moment it is the older one, and nothing is between them.
     */
    private record Interval(String previous, String current) {
        boolean isEmpty() {
            return current.equals(previous);
        }
    }

    private static final int MANY = 32;
    private static final int FETCH_SIZE = 2_000;

    private final Jdbi jdbi;
    private final Producer<String, byte[]> producer;

    RelayBatch(Jdbi jdbi, Producer<String, byte[]> producer) {
        this.jdbi = jdbi;
        this.producer = producer;
    }

    /**
     * Relays what is new.
     *
     * @throws IllegalStateException when an event could not be sent; the cursor stays, so all are sent again
     */
    Result run() {
        return jdbi.inTransaction(sql -> {
            Optional<Interval> interval = sql.createQuery(LOCK_CURSOR)
                    .map((row, _) -> new Interval(row.getString("previous"), row.getString("current")))
                    .findOne();
            return interval.isEmpty() ? Result.ANOTHER_RELAY_IS_AT_WORK : relay(sql, interval.get());
        });
    }

    private Result relay(Handle sql, Interval interval) {
        int sent = interval.isEmpty() ? 0 : send(sql, interval);
        if (sent == 0) {
            return Result.NOTHING_NEW;
        }
        sql.createUpdate(MOVE_CURSOR).bind("current", interval.current()).execute();
        return sent < MANY ? Result.SENT : Result.SENT_MANY;
    }

    private int send(Handle sql, Interval interval) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        int sent = sql.createQuery(READ)
                .bind("previous", interval.previous())
                .bind("current", interval.current())
                .setFetchSize(FETCH_SIZE)
                .reduceResultSet(0, (count, row, ctx) -> {
                    var unused = producer.send(
                            new ProducerRecord<>(
                                    row.getString("topic"),
                                    null,
                                    row.getObject("key", UUID.class).toString(),
                                    row.getBytes("payload"),
                                    EventHeaders.parse(row.getString("headers"))),
                            (metadata, e) -> {
                                if (e != null) {
                                    failure.compareAndSet(null, e);
                                }
                            });
                    return count + 1;
                });
        if (sent > 0) {
            producer.flush();
        }
        Exception e = failure.get();
        if (e != null) {
            throw new IllegalStateException("an event could not be sent", e);
        }
        return sent;
    }
}
