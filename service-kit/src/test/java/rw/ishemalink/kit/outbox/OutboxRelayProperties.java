package rw.ishemalink.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Order and completeness of the outbox on a real PostgreSQL: many writers, two relays at once, relays killed in the
 * middle of a batch and by the database. What a consumer with an inbox sees is exactly what was committed, in order.
 */
class OutboxRelayProperties {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 60;

    private static final String RELAY = "relay";

    private final OutboxDatabase database = new OutboxDatabase();
    private final Jdbi jdbi = database.connect("writer");

    /** A pool apart: a session that is ended just after its batch goes back into it dead, and no writer may get it. */
    private final Jdbi relays = database.connect(RELAY);

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void every_committed_event_arrives_in_the_order_of_its_key_and_no_other(
            @ForAll @IntRange(min = 1, max = 40) int aggregates, @ForAll long seed) throws Exception {
        List<UUID> keys = Stream.generate(UUID::randomUUID).limit(aggregates).toList();
        jdbi.useHandle(sql -> keys.forEach(key -> sql.execute("insert into counter values (?, 0)", key)));
        List<ProducerRecord<String, byte[]>> log = new ArrayList<>();

        run(keys, seed, log);

        Map<String, List<Long>> seen = FaultyBroker.firstOccurrences(log);
        for (UUID key : keys) {
            long committed = jdbi.withHandle(sql -> sql.createQuery("select value from counter where key = ?")
                    .bind(0, key)
                    .mapTo(Long.class)
                    .one());
            assertThat(seen.getOrDefault(key.toString(), List.of()))
                    .as("sequences of one aggregate")
                    .isEqualTo(LongStream.rangeClosed(1, committed).boxed().toList());
        }
    }

    private void run(List<UUID> keys, long seed, List<ProducerRecord<String, byte[]>> log) throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> relays = threads.submit(() -> relay(log, seed, writing));
            Future<?> rival = threads.submit(() -> relay(log, seed + 1, writing));
            Future<?> killer = threads.submit(() -> killBackends(writing));
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(new Writer(jdbi, keys, TRANSACTIONS, seed + i)));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get();
                }
            } finally {
                writing.set(false);
            }
            relays.get();
            rival.get();
            killer.get();
        }
        drain(log);
    }

    private void relay(List<ProducerRecord<String, byte[]>> log, long seed, AtomicBoolean writing) {
        RelayBatch batch = new RelayBatch(relays, new FaultyBroker(log, seed, 40));
        while (writing.get()) {
            try {
                batch.run();
            } catch (IllegalStateException | JdbiException e) {
                // Killed in mid-batch; the next turn is the relay that takes over.
                Thread.onSpinWait();
            }
        }
    }

    /** Ends the sessions of relays from the database's side, as a crash of their host would. */
    private void killBackends(AtomicBoolean writing) {
        while (writing.get()) {
            jdbi.useHandle(sql -> sql.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where datname = current_database() and application_name = ?
                       and query like '%outbox_cursor%' and random() < 0.05""", RELAY));
        }
    }

    /** A session tells its relay that it was ended before it gives the cursor back: until then another is at work. */
    private void drain(List<ProducerRecord<String, byte[]>> log) {
        RelayBatch survivor = new RelayBatch(jdbi, new FaultyBroker(log, 0, 0));
        await().until(() -> survivor.run() == RelayBatch.Result.NOTHING_NEW);
    }
}
