package rw.ishemalink.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What booking costs, on a real PostgreSQL: sales of one tenant, each a transaction with a sale of three entries and one
 * with a share of three, by 16 threads, sealed meanwhile every 100 ms; then one statement page and one verify. Prints
 * figures, asserts only that the books are right. Run it with {@code -Dtest=LedgerBenchmark -Dbenchmark}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class LedgerBenchmark {

    private static final int WRITERS = 16;
    private static final int WARM_UP = 4_000;
    private static final int TRANSFERS = 16_000;
    private static final int BATCH = 500;
    private static final long SEAL_EVERY_MILLIS = 100;

    private final LedgerDatabase database = new LedgerDatabase();
    private final List<UUID> drivers =
            Stream.generate(UUID::randomUUID).limit(1_000).toList();
    private final LongAdder sealingNanos = new LongAdder();

    @Test
    void transfers_per_second_with_and_without_sealing() throws Exception {
        round("warm-up", WARM_UP, true);
        round("unsealed", TRANSFERS, false);
        String tenant = round("sealed", TRANSFERS, true);
        long begin = System.nanoTime();
        assertThat(database.verify(tenant).findings()).isEmpty();
        System.out.printf("verify of %,d transfers: %.2f s%n", TRANSFERS, seconds(begin));
    }

    private String round(String name, int transfers, boolean sealing) throws Exception {
        String tenant = name + "-" + UUID.randomUUID();
        AtomicBoolean writing = new AtomicBoolean(true);
        sealingNanos.reset();
        long begin = System.nanoTime();
        try (ExecutorService sealer = Executors.newSingleThreadExecutor()) {
            Future<?> sealed = sealer.submit(() -> sealWhile(sealing ? writing : new AtomicBoolean(false)));
            write(tenant, transfers);
            double written = seconds(begin);
            writing.set(false);
            sealed.get();
            System.out.printf(
                    "%s: %,d transfers by %d threads in %.2f s = %,.0f/s; sealing took %.2f s of it%n",
                    name, transfers, WRITERS, written, transfers / written, sealingNanos.sum() / 1e9);
        }
        drain(name);
        assertThat(database.balance(tenant).difference()).isZero();
        return tenant;
    }

    private void drain(String name) {
        long begin = System.nanoTime();
        int sealed = 0;
        for (int some = seal(); some > 0; some = seal()) {
            sealed += some;
        }
        System.out.printf("%s: the %,d left over were sealed in %.2f s%n", name, sealed, seconds(begin));
    }

    private void write(String tenant, int transfers) throws Exception {
        CountDownLatch done = new CountDownLatch(WRITERS);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> writers.submit(() -> {
                        for (int i = 0; i < transfers / WRITERS / 2; i++) {
                            sell(tenant, drivers.get((writer * 31 + i) % drivers.size()));
                        }
                        done.countDown();
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
            done.await();
        }
    }

    private void sell(String tenant, UUID driver) {
        UUID booking = UUID.randomUUID();
        post(tenant, Postings.collected(UUID.randomUUID(), PAYER_CLEARING_MTN, 11_800, 1_800));
        post(tenant, Postings.shareEarned(booking, DRIVER_PAYABLE, driver, 1_500, 8_500));
    }

    private void post(String tenant, Transfer transfer) {
        database.jdbi.useTransaction(
                sql -> database.ledger.post(sql, tenant, Subject.booking(transfer.reference()), transfer));
    }

    private void sealWhile(AtomicBoolean writing) {
        try {
            while (writing.get()) {
                if (seal() < BATCH) {
                    Thread.sleep(SEAL_EVERY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int seal() {
        long begin = System.nanoTime();
        int sealed = database.jdbi.inTransaction(sql -> database.sealing.seal(sql, BATCH));
        sealingNanos.add(System.nanoTime() - begin);
        return sealed;
    }

    private static double seconds(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}
