package rw.ishemalink.analytics.revenue;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.booking.Correction;

/** Adds corrections to the sums of the partition. */
final class SumRevenue implements Processor<String, Correction, Void, Void> {

    private @Nullable KeyValueStore<String, Revenue> sums;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        sums = context.getStateStore(RevenueStream.REVENUE);
    }

    @Override
    public void process(Record<String, Correction> correction) {
        RevenueChanges.of(correction.value()).forEach(this::add);
    }

    private void add(RevenueKey key, Revenue change) {
        var all = Objects.requireNonNull(sums);
        Revenue before = Optional.ofNullable(all.get(key.text())).orElse(Revenue.ZERO);
        all.put(key.text(), kept(before.plus(change)));
    }

    /** A sum that has lost everything is deleted. */
    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static Revenue kept(Revenue sum) {
        return sum.equals(Revenue.ZERO) ? null : sum;
    }
}
