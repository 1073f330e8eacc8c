package rw.ishemalink.kit.outbox;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Does what a service does: locks an aggregate's row, changes it, writes the event with the new sequence; now and then gives up. */
final class Writer implements Runnable {

    private final Jdbi jdbi;
    private final List<UUID> keys;
    private final int transactions;
    private final Random random;

    Writer(Jdbi jdbi, List<UUID> keys, int transactions, long seed) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.transactions = transactions;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        for (int i = 0; i < transactions; i++) {
            boolean givesUp = random.nextInt(10) == 0;
            jdbi.useHandle(sql -> transaction(sql, givesUp));
        }
    }

    private void transaction(Handle sql, boolean givesUp) {
        sql.begin();
        // Takes a transaction id before the row lock, as real work does: ids are then not in commit order.
        sql.execute("select pg_current_xact_id()");
        UUID key = keys.get(random.nextInt(keys.size()));
        long value = sql.createQuery("update counter set value = value + 1 where key = :key returning value")
                .bind("key", key)
                .mapTo(Long.class)
                .one();
        sql.createUpdate("""
                        insert into outbox (topic, key, event_id, headers, payload)
                        values ('t', :key, :event, :headers, :payload)""")
                .bind("key", key)
                .bind("event", UUID.randomUUID())
                .bind("headers", "sequence: " + value + "\n")
                .bind("payload", new byte[400])
                .execute();
        if (givesUp) {
            sql.rollback();
        } else {
            sql.commit();
        }
    }
}
