package rw.ishemalink.analytics.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.facts.FactsChanged;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.streams.ObjectStoreBuilder;

/** What changes in bookings, by customer: all that a customer ever bought meets in one partition, so that people can be counted. */
public final class CustomerStream {

    /** Internal topic of what changes, by customer. */
    public static final String CHANGES = "customer-changes";

    /** Store: customer → {@link Customer}. */
    static final String CUSTOMERS = "customers";

    /** Store: customer and booking → {@link Purchase}. */
    static final String PURCHASES = "customer-purchases";

    /** Store: customer and cell → how many of the customer's purchases are in it. */
    static final String COUNTS = "customer-counts";

    private static final int MOST_CUSTOMERS = 5_000;
    private static final int MOST_OF_CUSTOMERS = 10_000;

    private CustomerStream() {}

    /**
     * Adds it to the topology.
     *
     * @param changes by booking
     * @param forgotten tenants by the customer who is to be forgotten
     */
    public static void count(KStream<String, FactsChanged> changes, KStream<String, String> forgotten) {
        changes.flatMap((_, changed) -> changes(changed), Named.as("changes-of-customers"))
                .merge(
                        forgotten.mapValues(CustomerStream::forget, Named.as("customers-to-forget")),
                        Named.as("with-forgotten-customers"))
                .repartition(Repartitioned.<String, CustomerChange>as(CHANGES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(CustomerCodec.changes())
                        .withNumberOfPartitions(Home.CUSTOMER.partitions()))
                .process(new CountsCustomers(), Named.as("count-customers"));
    }

    private static List<KeyValue<String, CustomerChange>> changes(FactsChanged changed) {
        List<KeyValue<String, CustomerChange>> changes = new ArrayList<>(2);
        CustomerChanges.of(changed).forEach((customer, change) -> changes.add(KeyValue.pair(customer, change)));
        return changes;
    }

    private static CustomerChange forget(String tenant) {
        return new CustomerChange.Forget(tenant);
    }

    private static final class CountsCustomers implements ProcessorSupplier<String, CustomerChange, Void, Void> {

        @Override
        public Processor<String, CustomerChange, Void, Void> get() {
            return new CountCustomers();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    ObjectStoreBuilder.persistent(
                            CUSTOMERS, Serdes.String(), CustomerCodec.customers(), MOST_CUSTOMERS),
                    ObjectStoreBuilder.persistent(
                            PURCHASES, CustomerCodec.bookings(), CustomerCodec.purchases(), MOST_OF_CUSTOMERS),
                    ObjectStoreBuilder.persistent(COUNTS, CustomerCodec.cells(), Serdes.Integer(), MOST_OF_CUSTOMERS),
                    CellStore.builder(Home.CUSTOMER, MOST_OF_CUSTOMERS),
                    CountedUpTo.store(Home.CUSTOMER.countedUpTo()).withCachingEnabled());
        }
    }
}
