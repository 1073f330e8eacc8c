package rw.ishemalink.analytics.customers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.streams.ObjectStoreBuilder;

/** What a change costs of a processor's time: 50,000 customers buy, and each booking is delivered later; a commit each 500; run by hand. */
final class CustomersCost {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int CUSTOMERS = 50_000;
    private static final int BOOKINGS = 100_000;
    private static final int COMMIT = 500;

    private CustomersCost() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "cost");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(
                settings,
                new TaskId(0, 0),
                Files.createTempDirectory("customers-cost").toFile());
        List<ObjectStore<?, ?>> stores = List.of(
                ObjectStoreBuilder.persistent(
                                CustomerStream.CUSTOMERS, Serdes.String(), CustomerCodec.customers(), 20_000)
                        .withLoggingDisabled()
                        .build(),
                ObjectStoreBuilder.persistent(
                                CustomerStream.PURCHASES, CustomerCodec.bookings(), CustomerCodec.purchases(), 50_000)
                        .withLoggingDisabled()
                        .build(),
                ObjectStoreBuilder.persistent(CustomerStream.COUNTS, CustomerCodec.cells(), Serdes.Integer(), 50_000)
                        .withLoggingDisabled()
                        .build(),
                CellStore.builder(Home.CUSTOMER, 50_000).withLoggingDisabled().build());
        stores.forEach(store -> add(context, store));
        add(
                context,
                CountedUpTo.store(Home.CUSTOMER.countedUpTo())
                        .withLoggingDisabled()
                        .build());
        CountCustomers count = new CountCustomers();
        context.setCurrentStreamTimeMs(Instant.parse("2026-03-10T06:00:00Z").toEpochMilli());
        count.init(context);
        for (int round = 0; round < 4; round++) {
            measure(count, stores, round);
        }
    }

    private static void add(MockProcessorContext<Void, Void> context, StateStore store) {
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private static void measure(CountCustomers count, List<ObjectStore<?, ?>> stores, int round) {
        Random random = new Random(round);
        Instant begin = Instant.parse("2026-03-01T06:00:00Z").plus(Duration.ofDays(round * 20L));
        long start = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < BOOKINGS; i++) {
            String customer = "%032x".formatted(random.nextInt(CUSTOMERS));
            UUID booking = new UUID(round, i);
            Instant paidAt = begin.plusSeconds(i * 17L);
            for (boolean delivered : new boolean[] {false, true}) {
                Purchase purchase = new Purchase(
                        "CARGO_DOMESTIC",
                        paidAt,
                        11_800,
                        delivered,
                        delivered ? 500 : 0,
                        "RW-" + (11 + i % 40),
                        "RW-25",
                        "maize");
                count.process(new Record<>(
                        customer, new CustomerChange.Buys("ishemalink", booking, purchase), paidAt.toEpochMilli()));
            }
            if (i % COMMIT == 0) {
                stores.forEach(ObjectStore::flushCache);
            }
        }
        double micros = (CPU.getCurrentThreadCpuTime() - start) / 1_000.0 / BOOKINGS / 2;
        System.out.printf(Locale.ROOT, "%.1f us a change%n", micros);
    }
}
