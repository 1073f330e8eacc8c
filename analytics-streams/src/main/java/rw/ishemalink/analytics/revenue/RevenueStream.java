package rw.ishemalink.analytics.revenue;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.analytics.booking.Correction;
import rw.ishemalink.analytics.store.JsonSerde;

/**
 * Corrections to revenue. Each partition of bookings has its own sums, added up when somebody asks: a tenant's day is
 * one hot key, and would otherwise press through one partition.
 */
public final class RevenueStream {

    /** Store: {@link RevenueKey} → {@link Revenue} of this partition's bookings. */
    public static final String REVENUE = "revenue";

    private RevenueStream() {}

    /** Adds the revenue to the topology. */
    public static void sum(KStream<String, Correction> corrections) {
        corrections.process(new SumsRevenue(), Named.as("sum-revenue"));
    }

    private static final class SumsRevenue implements ProcessorSupplier<String, Correction, Void, Void> {

        @Override
        public Processor<String, Correction, Void, Void> get() {
            return new SumRevenue();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(REVENUE), Serdes.String(), JsonSerde.of(Revenue.class))
                    .withCachingEnabled());
        }
    }
}
