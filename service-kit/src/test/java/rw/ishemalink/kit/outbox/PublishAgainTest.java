package rw.ishemalink.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.backup.Outboxes;

/** A broker has lost its data: from the outbox it gets every event again, in the order of its key, and what is new after them. */
class PublishAgainTest {

    private static final int AGGREGATES = 5;
    private static final int TRANSACTIONS = 40;

    private final OutboxDatabase database = new OutboxDatabase();
    private final Jdbi jdbi = database.connect("writer");
    private final List<UUID> keys =
            Stream.generate(UUID::randomUUID).limit(AGGREGATES).toList();

    @Test
    void anEmptyBrokerIsFilledFromTheOutbox() {
        jdbi.useHandle(sql -> keys.forEach(key -> sql.execute("insert into counter values (?, 0)", key)));
        new Writer(jdbi, keys, TRANSACTIONS, 1).run();
        List<ProducerRecord<String, byte[]>> lost = relay();

        long events = Outboxes.publishAgain(database.access());
        new Writer(jdbi, keys, TRANSACTIONS, 2).run();
        List<ProducerRecord<String, byte[]>> found = relay();

        assertThat(lost).hasSize((int) events);
        assertThat(found).hasSizeGreaterThan(lost.size());
        Map<String, List<Long>> again = FaultyBroker.firstOccurrences(found);
        FaultyBroker.firstOccurrences(lost)
                .forEach((key, sequences) -> assertThat(again.get(key)).startsWith(sequences.toArray(Long[]::new)));
        assertThat(again.values()).allSatisfy(sequences -> assertThat(sequences).isSorted());
        assertThat(relay()).isEmpty();
    }

    private List<ProducerRecord<String, byte[]>> relay() {
        List<ProducerRecord<String, byte[]>> log = new ArrayList<>();
        RelayBatch relay = new RelayBatch(jdbi, new FaultyBroker(log, 0, 0));
        while (relay.run() != RelayBatch.Result.NOTHING_NEW) {
            Thread.onSpinWait();
        }
        return log;
    }
}
