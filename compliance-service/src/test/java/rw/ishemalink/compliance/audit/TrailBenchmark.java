package rw.ishemalink.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the trail costs, on a real PostgreSQL: batches into the queue, their sealing, one verify. Prints figures, asserts only
 * that the trail is right. Run it with {@code -Dtest=TrailBenchmark -Dbenchmark}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class TrailBenchmark {

    private static final int ENTRIES = 100_000;
    private static final int BATCH = 1_000;

    private final TrailDatabase database = new TrailDatabase();

    @Test
    void entries_per_second_appended_sealed_and_verified() {
        round("warm-up-" + UUID.randomUUID(), ENTRIES / 10);
        round("ishemalink-" + UUID.randomUUID(), ENTRIES);
    }

    private void round(String tenant, int entries) {
        long begin = System.nanoTime();
        for (int from = 0; from < entries; from += BATCH) {
            List<TrailEntry> batch = IntStream.range(from, from + BATCH)
                    .mapToObj(number -> Entries.paid(tenant, new UUID(9, number / 12), number))
                    .toList();
            database.add(batch);
        }
        tell("queued", entries, begin);
        begin = System.nanoTime();
        while (database.jdbi.inTransaction(sql -> database.sealing.seal(sql, BATCH)) > 0) {
            // Until nothing waits.
        }
        tell("sealed", entries, begin);
        begin = System.nanoTime();
        TrailVerification trail = database.verify(tenant);
        tell("verified", entries, begin);
        assertThat(trail.findings()).isEmpty();
        assertThat(trail.checked()).isEqualTo(entries);
    }

    private static void tell(String what, int entries, long beginNanos) {
        double seconds = (System.nanoTime() - beginNanos) / 1e9;
        System.out.printf("%,d entries %s in %.2f s = %,.0f/s%n", entries, what, seconds, entries / seconds);
    }
}
